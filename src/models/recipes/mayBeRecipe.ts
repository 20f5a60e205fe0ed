/** Names of settings that most programs write, and the mark of our own recipes. */
const settingName =
  /\b(?:steps|sampler|cfg scale|seed|size|model(?: hash)?|schedule type|clip skip)\s*:/gi;
const ownMark = /\bVersion\s*:\s*Easel\b/;

/** Returns whether a text is worth reading: `readRecipe` finds nothing in any other text. Takes linear time. */
export function mayBeRecipe(text: string): boolean {
  return (
    text.trimStart().startsWith("{") ||
    ownMark.test(text) ||
    Array.from(text.matchAll(settingName)).length > 1
  );
}

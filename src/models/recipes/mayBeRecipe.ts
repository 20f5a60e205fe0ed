const settingName =
  /\b(?:steps|sampler|cfg scale|seed|size|model(?: hash)?|schedule type|clip skip)\s*:/gi;
const easelMarker = /\bVersion\s*:\s*Easel\b/;

/** Cheap check before `readRecipe`; takes linear time. */
export function mayBeRecipe(text: string): boolean {
  return (
    text.trimStart().startsWith("{") ||
    easelMarker.test(text) ||
    Array.from(text.matchAll(settingName)).length > 1
  );
}

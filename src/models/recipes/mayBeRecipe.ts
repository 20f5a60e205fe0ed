/** Pattern for the names of typical settings. A recipe from another program has at least two of these names. */
export const settingName =
  "(?:steps|sampler|cfg scale|seed|size|model(?: hash)?|schedule type|clip skip)";
const setting = new RegExp(`\\b${settingName}\\s*:`, "gi");
const easelMarker = /\bVersion\s*:\s*Easel\b/;

export function mayBeRecipe(text: string): boolean {
  return (
    text.trimStart().startsWith("{") ||
    easelMarker.test(text) ||
    Array.from(text.matchAll(setting)).length > 1
  );
}

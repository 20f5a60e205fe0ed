import type { RecipeSetting } from "./infotext.ts";

/** Excluding angle brackets keeps the scan linear. */
const tag = /<(lora|lyco|hypernet):([^<>]*)>/gi;

/** Other models would read tags as words. */
export function splitTags(prompt: string): {
  readonly text: string;
  readonly tags: readonly RecipeSetting[];
} {
  const tags = Array.from(prompt.matchAll(tag), ([, name = "", text = ""]) => ({ name, text }));
  return { text: tags.length === 0 ? prompt : prompt.replaceAll(tag, "").trim(), tags };
}

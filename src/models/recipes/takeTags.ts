import type { Pair } from "./infotext.ts";

/** Tags that load another network: `<lora:fox:0.8>`. Excluding angle brackets keeps the scan linear. */
const tag = /<(lora|lyco|hypernet):([^<>]*)>/gi;

/** Separates a prompt from its tags, which other models would read as words. */
export function takeTags(prompt: string): {
  readonly text: string;
  readonly tags: readonly Pair[];
} {
  const tags = Array.from(prompt.matchAll(tag), ([, name = "", text = ""]) => ({ name, text }));
  return { text: tags.length === 0 ? prompt : prompt.replaceAll(tag, "").trim(), tags };
}

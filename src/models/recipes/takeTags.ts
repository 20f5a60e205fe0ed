import type { Pair } from "./infotext.ts";

/** Tags that load another network: `<lora:fox:0.8>`. An angle bracket ends the scan, so that it is linear. */
const tag = /<(lora|lyco|hypernet):([^<>]*)>/gi;

/** Separates a prompt from the tags in it, which a model that doesn't know them would read as words. */
export function takeTags(prompt: string): {
  readonly text: string;
  readonly tags: readonly Pair[];
} {
  const tags = Array.from(prompt.matchAll(tag), ([, name = "", text = ""]) => ({ name, text }));
  return { text: tags.length === 0 ? prompt : prompt.replaceAll(tag, "").trim(), tags };
}

import { parsePrompt, type PromptPart } from "../../../models/prompt/parsePrompt.ts";

const textOf = (part: PromptPart): string =>
  part.kind === "text" ? part.text : part.parts.map(textOf).join("");

/** Returns a prompt without its weights, as a first version of the alt text. */
export const imageDescription = (prompt: string): string =>
  parsePrompt(prompt).map(textOf).join("").replaceAll(/\s+/g, " ").trim();

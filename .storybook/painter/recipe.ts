import type { SandboxPaintRequest } from "react-easel/sandbox";

export interface ImageRecipe {
  readonly model: string;
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly style: string;
  readonly seed: number;
  /** Size in pixels. A decoded start image's size takes precedence. */
  readonly width: number;
  readonly height: number;
  readonly source?: {
    readonly image: string;
    /** Strength from 0.1 (barely changed) to 1 (fully replaced). */
    readonly strength: number;
  };
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

export function readRecipe({
  model,
  input,
  seed,
  width,
  height,
}: SandboxPaintRequest): ImageRecipe {
  const image = text(input["image"]);
  const strength = Number(input["strength"]);
  return {
    model: model.id,
    prompt: text(input["prompt"]),
    negativePrompt: text(input["negative_prompt"]),
    style: text(input["style"]) || "base",
    seed,
    width,
    height,
    ...(image === "" ? {} : { source: { image, strength: strength > 0 ? strength : 0.65 } }),
  };
}

/** All that a picture is drawn from. The same recipe gives the same bytes. */
export interface PictureRecipe {
  readonly model: string;
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly style: string;
  readonly seed: number;
  /** In pixels. A picture made from another one has that one's size instead. */
  readonly width: number;
  readonly height: number;
  readonly source?: {
    /** A data URL or an address. */
    readonly image: string;
    /** From 0.1, barely changed, to 1, nothing of it left. */
    readonly strength: number;
  };
}

/** One a sample, so never none. */
export type PictureRecipes = readonly [PictureRecipe, ...PictureRecipe[]];

const text = (value: unknown): string => (typeof value === "string" ? value : "");

const number = (value: unknown, preset: number): number =>
  typeof value === "number" && value > 0 ? value : preset;

/** One recipe a sample: each has the next seed. */
export function readRecipes(
  model: string,
  input: Readonly<Record<string, unknown>>,
  seed: number,
): PictureRecipes {
  const samples = Math.min(16, Math.max(1, Math.floor(number(input["samples"], 1))));
  const image = text(input["image"]);
  const recipe = (sample: number): PictureRecipe => ({
    model,
    prompt: text(input["prompt"]),
    negativePrompt: text(input["negative_prompt"]),
    style: text(input["style"]) || "base",
    seed: seed + sample,
    width: Math.ceil(number(input["img_width"] ?? input["width"], 1024)),
    height: Math.ceil(number(input["img_height"] ?? input["height"], 1024)),
    ...(image === "" ? {} : { source: { image, strength: number(input["strength"], 0.65) } }),
  });
  return [recipe(0), ...Array.from({ length: samples - 1 }, (_, sample) => recipe(sample + 1))];
}

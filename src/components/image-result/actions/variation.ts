import type { Model } from "../../../models/defineModel.ts";
import type { FieldDescriptor } from "../../../models/describeFields.ts";
import type { JobInput } from "../../internals/promptOf.ts";
import { fieldsOf } from "./fieldsOf.ts";

export interface VariationSource {
  readonly model: Model;
  readonly input: JobInput;
  readonly url: string;
  /** Seed of the image. */
  readonly seed?: string | undefined;
}

export interface Variation {
  /** `new-seed` if the model can't vary an image, so that the same settings are sent with a random seed. */
  readonly kind: "vary" | "new-seed";
  /** Returns the input to send. */
  readonly input: () => JobInput;
}

/** Share of the image that a variation changes: enough to see, while the composition stays. */
const share = 0.35;
const largestSeed = 2 ** 32 - 1;

/** Services choose a random seed for -1, which keeps the input of a double click the same. */
function randomSeed({ min = -1, max = largestSeed }: FieldDescriptor): number {
  if (min === -1) return -1;
  const [low, high] = [Math.max(0, min), Math.min(max, largestSeed)];
  return Math.floor(low + Math.random() * (high - low + 1));
}

function clamped({ min = 0, max = 1 }: FieldDescriptor): number {
  return Math.min(max, Math.max(min, share));
}

/** Returns the input with a random seed, if the model has one. */
export function withNewSeed(model: Model, input: JobInput): JobInput {
  const { seed } = fieldsOf(model);
  return seed ? { ...input, [seed.name]: randomSeed(seed) } : { ...input };
}

/** Whether generating an input again is the same as generating its variation, because the seed is random anyway. */
export function isNewSeed(model: Model, input: JobInput): boolean {
  const { seed } = fieldsOf(model);
  const { kind } = variationOf({ model, input, url: "" });
  const value = seed && input[seed.name];
  return kind === "new-seed" && seed !== undefined && (value === undefined || value === -1);
}

/** Returns a variation of an image: from the image itself, from its seed, or with a new seed. */
export function variationOf({ model, input, url, seed }: VariationSource): Variation {
  const { image, strength, subseed, subseedStrength, seed: seedField } = fieldsOf(model);
  if (image && strength) {
    const start = { [image.name]: url, [strength.name]: clamped(strength) };
    return { kind: "vary", input: () => ({ ...withNewSeed(model, input), ...start }) };
  }
  const ownSeed = Number(seed ?? Number.NaN);
  if (subseed && subseedStrength && seedField && Number.isSafeInteger(ownSeed)) {
    return {
      kind: "vary",
      input: () => ({
        ...input,
        [seedField.name]: ownSeed,
        [subseed.name]: randomSeed(subseed),
        [subseedStrength.name]: clamped(subseedStrength),
      }),
    };
  }
  return { kind: "new-seed", input: () => withNewSeed(model, input) };
}

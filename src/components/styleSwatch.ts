import type { FieldOption } from "../models/index.ts";

/** What a swatch is drawn from: a motif that the stylesheet knows, and angles on its colour wheel. */
export interface StyleSwatch {
  readonly motif: string;
  /** Degrees. */
  readonly hue: number;
  /** Degrees; the colour beside it. */
  readonly accent: number;
  /** Degrees; which way it leans. */
  readonly tilt: number;
}

const motifs = [
  "sun",
  "waves",
  "rings",
  "facets",
  "dots",
  "weave",
  "mist",
  "hills",
  "bands",
  "petals",
] as const;

/** FNV-1a: small, quick, and the same everywhere. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (const character of text) {
    sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  // Its low bits alone would repeat for names that are alike.
  return (sum ^ (sum >>> 15)) >>> 0;
}

/**
 * A small picture for an option, so that the eye finds it again: the same for the same name, with the colours of one
 * heading near to each other. It says nothing of how the style looks.
 */
export function styleSwatch({ value, group = "" }: FieldOption): StyleSwatch {
  const own = hash(String(value));
  const hue = ((hash(group) % 360) + (own % 110)) % 360;
  return {
    motif: motifs[(own >>> 8) % motifs.length] ?? motifs[0],
    hue,
    accent: (hue + 25 + ((own >>> 12) % 70)) % 360,
    tilt: 15 + ((own >>> 17) % 150),
  };
}

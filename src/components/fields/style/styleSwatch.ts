import type { FieldOption } from "../../../models/describeField.ts";

/** Appearance of a swatch. `hue`, `accent` (a second hue), and `tilt` are in degrees. */
export interface StyleSwatch {
  readonly motif: string;
  readonly hue: number;
  readonly accent: number;
  readonly tilt: number;
  readonly chroma: number;
}

const motifs = ["sun", "waves", "rings", "facets", "dots", "weave", "mist", "hills"] as const;

/** Swatches for words in a style's name. The first match applies. The default hue depends on the style's group. */
const looks: readonly (readonly [words: RegExp, look: Partial<StyleSwatch>])[] = [
  [/noir/, { motif: "bands", chroma: 0, tilt: 8 }],
  [/monochrome|minimalist/, { motif: "sun", chroma: 0 }],
  [/silhouette/, { motif: "sun", hue: 35, accent: 75 }],
  [/manga|line art|zentangle|typography/, { motif: "strokes", chroma: 0 }],
  [/pixel|minecraft|retro (arcade|game)/, { motif: "pixels" }],
  [/neon|cyber|vaporwave|disco|techwear/, { motif: "neon", hue: 300, accent: 195 }],
  [/space|sci-fi|alien|lovecraft|futuris/, { motif: "stars", hue: 275, accent: 220 }],
  [/horror|gothic|macabre|dystopian|grunge/, { motif: "mist", hue: 20, accent: 15, chroma: 0.35 }],
  [/paper|collage|quilling|kirigami/, { motif: "layers" }],
  [/isometric|lowpoly|cubist|origami|3d/, { motif: "facets" }],
  [/comic|pop art|pointillism/, { motif: "dots", hue: 25, accent: 95, chroma: 1.5 }],
  [/stained glass|psychedelic|abstract|graffiti/, { motif: "glass", chroma: 1.5 }],
  [/watercolor|impression|dream|fairy|fantasy|expressionist/, { motif: "mist" }],
  [/nautical/, { motif: "waves", hue: 235, accent: 215 }],
  [/archit|metropolis|real estate|corporate|gta/, { motif: "towers", hue: 245, accent: 70 }],
  [/steampunk|mechanical|robot|constructivist|deco/, { motif: "rings", hue: 65, accent: 85 }],
  [/kawaii|anime|bubble|mario|pokemon/, { motif: "petals", hue: 355, accent: 85, chroma: 1.2 }],
  [/photo|cinematic|film|hdr|exposure|tilt|realism/, { motif: "hills", hue: 230, accent: 75 }],
  [/clay|texture|tribal|fashion/, { motif: "weave" }],
];

/** Returns a 32-bit hash of a string, based on FNV-1a. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (const character of text) {
    sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  // Mixes the high bits into the low bits, because similar names have FNV-1a hashes with equal low bits.
  return (sum ^ (sum >>> 15)) >>> 0;
}

export function styleSwatch({ value, group = "", groupId = group }: FieldOption): StyleSwatch {
  const name = String(value);
  const own = hash(name);
  const [, look] = looks.find(([words]) => words.test(name.toLowerCase())) ?? [];
  const near = (degrees: number) => (degrees + (own % 91) - 45 + 360) % 360;
  const hue =
    look?.hue === undefined ? ((hash(groupId) % 360) + (own % 110)) % 360 : near(look.hue);
  return {
    motif: motifs[(own >>> 8) % motifs.length] ?? motifs[0],
    tilt: 15 + ((own >>> 17) % 150),
    chroma: 1,
    ...look,
    hue,
    accent: look?.accent === undefined ? (hue + 25 + ((own >>> 12) % 70)) % 360 : near(look.accent),
  };
}

import { anyOf } from "./anyOf.ts";
import { hex, turnHue, type Color } from "./color.ts";
import type { Random } from "./random.ts";
import { cosine, sine } from "./turns.ts";

export interface Mood {
  readonly top: Color;
  readonly middle: Color;
  readonly low: Color;
  readonly light: Color;
  readonly far: Color;
  readonly near: Color;
  readonly accent: Color;
  readonly second: Color;
  readonly night: boolean;
}

type Row = readonly [words: RegExp, night: boolean, ...colors: string[]];

/** Colors in order: top, middle, low, light, far, near, accent, second. */
const rows: readonly Row[] = [
  [
    anyOf("dawn|sunrise|morning"),
    false,
    "#31457f",
    "#d98a86",
    "#ffd9a3",
    "#fff3d0",
    "#a98aa8",
    "#2c2846",
    "#f0635a",
    "#ffc857",
  ],
  [
    anyOf("golden|gold|autumn|warm|sunset"),
    false,
    "#31618f",
    "#eeab62",
    "#ffe6a6",
    "#fff6d6",
    "#c99a72",
    "#40291f",
    "#d1495b",
    "#edae49",
  ],
  [
    anyOf("day|sunny|summer|bright|spring|blue sky"),
    false,
    "#2a78bf",
    "#79bde6",
    "#e2f4f2",
    "#fffdf0",
    "#93b7c6",
    "#24523f",
    "#ef6f4c",
    "#f7c548",
  ],
  [
    anyOf("dusk|evening|twilight|somber|moody"),
    true,
    "#1b1440",
    "#75397d",
    "#ff9270",
    "#ffe1b8",
    "#6a4380",
    "#160e28",
    "#ff5d8f",
    "#ffb35c",
  ],
  [
    anyOf("night|midnight|moon|dark|low light|star|neon"),
    true,
    "#050a18",
    "#12224a",
    "#2f5580",
    "#f0f5ff",
    "#233d66",
    "#060a14",
    "#ffb454",
    "#4cc9f0",
  ],
  [
    anyOf("fog|foggy|mist|rain|green|jungle|emerald"),
    false,
    "#123f40",
    "#5a9b8b",
    "#dbebd5",
    "#fbfff0",
    "#88b5a2",
    "#0e2a26",
    "#e9724c",
    "#ffc857",
  ],
  [
    anyOf("rose|pink|candy|pastel|dream|kawaii"),
    false,
    "#64489b",
    "#ee8fb2",
    "#ffe4de",
    "#fffaf2",
    "#b889bd",
    "#382350",
    "#ff6b9d",
    "#ffd166",
  ],
  [
    // cspell:ignore grey -- prompts may be British.
    anyOf("storm|grey|gray|gloom|winter|snow|ice"),
    false,
    "#2b3a4b",
    "#6f8697",
    "#d2dde0",
    "#f7fbff",
    "#9aaebb",
    "#1b2530",
    "#d95d39",
    "#f0c987",
  ],
  [
    anyOf("tropical|teal|ocean|paradise"),
    false,
    "#0a5876",
    "#26a6a4",
    "#ffd9a6",
    "#fff5dc",
    "#5fa8a5",
    "#0b2f38",
    "#ff6f59",
    "#ffd23f",
  ],
  [
    anyOf("aurora|magic|fantasy|galaxy|cosmic"),
    true,
    "#0a0824",
    "#173b66",
    "#3fbf9b",
    "#e9fff6",
    "#245a70",
    "#050c18",
    "#b388ff",
    "#5dfdcb",
  ],
];

/** Returns the mood named in the prompt, or a random one. The seed also shifts the hue slightly. */
export function chooseMood(prompt: string, random: Random): Mood {
  const chosen = random.pick(rows as readonly [Row, ...Row[]]);
  const [, night, ...codes] = rows.find(([words]) => words.test(prompt)) ?? chosen;
  const lean = random.between(-0.035, 0.035);
  const colors = codes.map((code) => turnHue(hex(code), cosine(lean), sine(lean)));
  const [top, middle, low, light, far, near, accent, second] = colors as [
    Color,
    Color,
    Color,
    Color,
    Color,
    Color,
    Color,
    Color,
  ];
  return { top, middle, low, light, far, near, accent, second, night };
}

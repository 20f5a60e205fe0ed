import type { FieldOption } from "../describeField.ts";

/**
 * The 104 styles of `sdxl-torch`, by category, in the service's order. The page names the first
 * ten; the rest come from the SDXL Prompt Styler list (MIT), which has the same 104 in the same
 * order.
 */
const categories: readonly (readonly [category: string, values: readonly string[]])[] = [
  [
    "Stability presets",
    [
      "base",
      "3d-model",
      "analog film",
      "anime",
      "cinematic",
      "comic book",
      "craft clay",
      "digital art",
      "enhance",
      "fantasy art",
      "isometric",
      "line art",
      "lowpoly",
      "neonpunk",
      "origami",
      "photographic",
      "pixel art",
      "texture",
    ],
  ],
  [
    "Advertising",
    [
      "advertising",
      "automotive",
      "corporate",
      "fashion editorial",
      "food photography",
      "luxury",
      "real estate",
      "retail",
    ],
  ],
  [
    "Art styles",
    [
      "abstract",
      "abstract expressionism",
      "art deco",
      "art nouveau",
      "constructivist",
      "cubist",
      "expressionist",
      "graffiti",
      "hyperrealism",
      "impressionist",
      "pointillism",
      "pop art",
      "psychedelic",
      "renaissance",
      "steampunk",
      "surrealist",
      "typography",
      "watercolor",
    ],
  ],
  [
    "Futuristic",
    [
      "biomechanical",
      "biomechanical cyberpunk",
      "cybernetic",
      "cybernetic robot",
      "cyberpunk cityscape",
      "futuristic",
      "retro cyberpunk",
      "retro futurism",
      "sci-fi",
      "vaporwave",
    ],
  ],
  [
    "Games",
    [
      "bubble bobble",
      "cyberpunk game",
      "fighting game",
      "gta",
      "mario",
      "minecraft",
      "pokemon",
      "retro arcade",
      "retro game",
      "rpg fantasy game",
      "strategy game",
      "streetfighter",
      "zelda",
    ],
  ],
  [
    "Moods and themes",
    [
      "architectural",
      "disco",
      "dreamscape",
      "dystopian",
      "fairy tale",
      "gothic",
      "grunge",
      "horror",
      "kawaii",
      "lovecraftian",
      "macabre",
      "manga",
      "metropolis",
      "minimalist",
      "monochrome",
      "nautical",
      "space",
      "stained glass",
      "techwear fashion",
      "tribal",
      "zentangle",
    ],
  ],
  [
    "Papercraft",
    [
      "collage",
      "flat papercut",
      "kirigami",
      "paper mache",
      "paper quilling",
      "papercut collage",
      "papercut shadow box",
      "stacked papercut",
      "thick layered papercut",
    ],
  ],
  [
    "Photography",
    ["alien", "film noir", "hdr", "long exposure", "neon noir", "silhouette", "tilt-shift"],
  ],
];

/** Titles that capitalizing would get wrong. */
const titles: Readonly<Record<string, string>> = {
  "3d-model": "3D model",
  gta: "GTA",
  hdr: "HDR",
  "rpg fantasy game": "RPG fantasy game",
};

const title = (value: string): string =>
  titles[value] ?? value.charAt(0).toUpperCase() + value.slice(1);

export const sdxlStyles: readonly FieldOption[] = categories.flatMap(([group, values]) =>
  values.map((value) => ({ value, label: title(value), group })),
);

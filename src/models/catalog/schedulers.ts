import type { FieldOption } from "../describeField.ts";

const described = (helpTexts: Record<string, string>): readonly FieldOption[] =>
  Object.entries(helpTexts).map(([value, help]) => ({ value, help }));

/** The page lists ten and "+2 more"; DDPM and UniPC come from the service's Python package. */
const classicHelp = {
  DDIM: "Repeatable and plain; a good start",
  "DPM Multi": "Sharp in few steps",
  "DPM Single": "Sharp, a little slower",
  "Euler a": "Varied; never quite settles",
  Euler: "Quick and soft",
  Heun: "Exact, at twice the time",
  "DPM2 a Karras": "Varied, rich in detail",
  "DPM2 Karras": "Exact, rich in detail",
  LMS: "Quick, older",
  PNDM: "Quick, older",
  DDPM: "Wants many steps",
  UniPC: "Good in 20 steps or fewer",
};

export const classicSchedulers = Object.keys(classicHelp) as (keyof typeof classicHelp)[];

export const classicSchedulerOptions = described(classicHelp);

export const sdxl09Schedulers = described({
  dpmpp_sde_ancestral: "Varied and rich in detail, at twice the time",
  dpmpp_2m: "Sharp in 20 to 30 steps; a good start",
  ddim: classicHelp.DDIM,
  heun: classicHelp.Heun,
  euler: classicHelp.Euler,
  euler_a: classicHelp["Euler a"],
  dpm_discrete: "Exact, rich in detail",
  dpm_ancestral: "Varied, rich in detail",
  lms: classicHelp.LMS,
  pndm: classicHelp.PNDM,
});

/** Help by the start of a sampler's name; the first match wins. */
const families: readonly (readonly [start: string, help: string])[] = [
  ["UniPC", classicHelp.UniPC],
  ["DPM++ 3M SDE", "Fine detail; wants 30 steps or more"],
  ["DPM++ 2M SDE Heun", "Fine detail, at twice the time"],
  ["DPM++ 2M SDE", "Rich in detail; more steps change it"],
  ["DPM++ 2M", "Sharp in 20 to 30 steps; a good start"],
  ["DPM++ SDE", "Rich in detail, at twice the time"],
  ["DPM++ 2S a", "Varied, at twice the time"],
  ["DPM2 a", "Varied, rich in detail"],
  ["DPM2", "Exact, rich in detail"],
  ["DPM fast", "For drafts; rough"],
  ["DPM adaptive", "Takes as many steps as it likes"],
  ["Restart", "Fine detail; goes back and mends"],
  ["Euler a", classicHelp["Euler a"]],
  ["Euler", classicHelp.Euler],
  ["LMS", classicHelp.LMS],
  ["Heun", classicHelp.Heun],
  ["DDIM", classicHelp.DDIM],
];

/** The page lists ten and "+19 more"; the rest are the common sampler names. */
export const img2imgSchedulers: readonly FieldOption[] = [
  "UniPC",
  "DPM++ SDE Karras",
  "DPM++ 2M Karras",
  "DPM++ 2M SDE Karras",
  "DPM++ 2M SDE Heun Karras",
  "DPM++ 3M SDE Karras",
  "LMS Karras",
  "DPM2 Karras",
  "DPM2 a Karras",
  "DPM++ 2S a Karras",
  "DPM++ 2M SDE Exponential",
  "DPM++ 2M SDE Heun Exponential",
  "DPM++ 3M SDE Exponential",
  "DPM++ 2M",
  "DPM++ SDE",
  "DPM++ 2M SDE",
  "DPM++ 2M SDE Heun",
  "DPM++ 3M SDE",
  "DPM++ 2S a",
  "Euler a",
  "Euler",
  "LMS",
  "Heun",
  "DPM2",
  "DPM2 a",
  "DPM fast",
  "DPM adaptive",
  "Restart",
  "DDIM",
].map((value) => {
  const help = families.find(([start]) => value.startsWith(start))?.[1];
  return help === undefined ? { value } : { value, help };
});

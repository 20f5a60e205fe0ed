import type { FieldOption } from "../describeField.ts";

const described = (helpTexts: Record<string, string>): readonly FieldOption[] =>
  Object.entries(helpTexts).map(([value, help]) => ({ value, help }));

/** Help texts by sampler. The service's page lists ten. DDPM and UniPC are from the service's Python package. */
const classicHelp = {
  DDIM: "Consistent; a good default",
  "DPM Multi": "Sharp in few steps",
  "DPM Single": "Sharp, slightly slower",
  "Euler a": "Varied; keeps changing with more steps",
  Euler: "Fast and soft",
  Heun: "Accurate, takes twice as long",
  "DPM2 a Karras": "Varied, rich in detail",
  "DPM2 Karras": "Accurate, rich in detail",
  LMS: "Fast, older",
  PNDM: "Fast, older",
  DDPM: "Needs many steps",
  UniPC: "Good results in few steps",
};

export const classicSchedulers = Object.keys(classicHelp) as (keyof typeof classicHelp)[];

export const classicSchedulerOptions = described(classicHelp);

export const sdxl09Schedulers = described({
  dpmpp_sde_ancestral: "Varied and rich in detail, takes twice as long",
  dpmpp_2m: "Sharp in 20 to 30 steps; a good default",
  ddim: classicHelp.DDIM,
  heun: classicHelp.Heun,
  euler: classicHelp.Euler,
  euler_a: classicHelp["Euler a"],
  dpm_discrete: "Accurate, rich in detail",
  dpm_ancestral: "Varied, rich in detail",
  lms: classicHelp.LMS,
  pndm: classicHelp.PNDM,
});

/** Help texts, by prefix of the sampler's name. The first matching prefix wins. */
const families: readonly (readonly [start: string, help: string])[] = [
  ["UniPC", classicHelp.UniPC],
  ["DPM++ 3M SDE", "Fine detail; needs 30 steps or more"],
  ["DPM++ 2M SDE Heun", "Fine detail, takes twice as long"],
  ["DPM++ 2M SDE", "Rich in detail; keeps changing with more steps"],
  ["DPM++ 2M", "Sharp in 20 to 30 steps; a good default"],
  ["DPM++ SDE", "Rich in detail, takes twice as long"],
  ["DPM++ 2S a", "Varied, takes twice as long"],
  ["DPM2 a", "Varied, rich in detail"],
  ["DPM2", "Accurate, rich in detail"],
  ["DPM fast", "Rough; for drafts"],
  ["DPM adaptive", "Chooses the number of steps"],
  ["Restart", "Fine detail; repeats some steps"],
  ["Euler a", classicHelp["Euler a"]],
  ["Euler", classicHelp.Euler],
  ["LMS", classicHelp.LMS],
  ["Heun", classicHelp.Heun],
  ["DDIM", classicHelp.DDIM],
];

/** Samplers for SDXL Img2Img. The service's page lists ten and "+19 more". The rest are common samplers. */
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

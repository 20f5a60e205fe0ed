import type { FieldOption } from "../field.ts";

const described = (words: Record<string, string>): readonly FieldOption[] =>
  Object.entries(words).map(([value, help]) => ({ value, help }));

/** The page shows ten and "+2 more"; DDPM and UniPC are in the service's own Python package. */
export const classicSchedulers = [
  "DDIM",
  "DPM Multi",
  "DPM Single",
  "Euler a",
  "Euler",
  "Heun",
  "DPM2 a Karras",
  "DPM2 Karras",
  "LMS",
  "PNDM",
  "DDPM",
  "UniPC",
] as const;

export const classicSchedulerOptions = described({
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
});

export const sdxl09Schedulers: readonly FieldOption[] = [
  "dpmpp_sde_ancestral",
  "dpmpp_2m",
  "ddim",
  "heun",
  "euler",
  "euler_a",
  "dpm_discrete",
  "dpm_ancestral",
  "lms",
  "pndm",
].map((value) => ({ value }));

/** The page shows ten and "+19 more"; the rest are the well-known sampler names. */
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
].map((value) => ({ value }));

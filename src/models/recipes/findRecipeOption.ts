import { cachedBy } from "../cachedBy.ts";
import type { FieldOption } from "../describeField.ts";

const synonyms: readonly (readonly string[])[] = [
  ["dpmpp2m", "dpmmulti", "dpmsolvermultistep"],
  ["dpmsingle", "dpmsolversinglestep"],
  ["dpm2", "kdpm2"],
  ["dpm2a", "kdpm2a", "dpma"],
  ["unipc", "unipcmultistep"],
  ["pndm", "plms"],
];

/** Normalizes a name so that `DPM++ 2M` matches `dpmpp_2m` and `Euler Ancestral` matches `k_euler_a`. */
function normalize(name: string): string {
  return name
    .toLowerCase()
    .replace(/^k_/, "")
    .replaceAll(/scheduler|discrete/g, "")
    .replaceAll("ancestral", "a")
    .replaceAll("++", "pp")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

const indexOf = cachedBy((options: readonly FieldOption[]) => {
  const index = new Map<string, FieldOption>();
  for (const option of options) {
    for (const name of [option.value, option.label]) {
      if (name !== undefined && !index.has(normalize(String(name)))) {
        index.set(normalize(String(name)), option);
      }
    }
  }
  return index;
});

export function findRecipeOption(
  options: readonly FieldOption[],
  name: string,
): FieldOption | undefined {
  const exact = options.find(({ value }) => String(value) === name);
  if (exact) return exact;
  const index = indexOf(options);
  const target = normalize(name);
  const names = synonyms.find((group) => group.includes(target)) ?? [target];
  const matches = new Set(names.map((synonym) => index.get(synonym)));
  return options.find((option) => matches.has(option));
}

/** Returns the first option whose value is a prefix of the model's name, such as `juggernaut` for `juggernautXL_v9`. */
export function findCheckpoint(
  options: readonly FieldOption[],
  name: string,
): FieldOption | undefined {
  const target = normalize(name);
  return options.find(({ value }) => {
    const prefix = normalize(String(value));
    return prefix !== "" && target.startsWith(prefix);
  });
}

import { expect, test } from "vitest";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { describeFields } from "../../models/describeFields.ts";
import { fieldGroups } from "./fieldGroups.ts";

test("places a field below the switch that it depends on", () => {
  const fields = describeFields(sdxlTorch);
  const names = fields.map(({ name }) => name);
  expect(names.indexOf("high_noise_fraction")).toBeLessThan(names.indexOf("refiner"));
  const sections = new Map(fieldGroups(fields));
  expect(sections.get("refiner")?.map(({ name }) => name)).toEqual([
    "refiner",
    "high_noise_fraction",
  ]);
});

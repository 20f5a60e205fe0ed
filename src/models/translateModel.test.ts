import { expect, test } from "vitest";
import { sdxlTorch } from "./catalog/sdxlTorch.ts";
import { describeFields } from "./describeFields.ts";
import { inputErrorLabels, type ModelLabels } from "./modelLabels.ts";
import { parseInput } from "./parseInput.ts";
import { translateModel } from "./translateModel.ts";

const labels: ModelLabels = {
  texts: {
    Prompt: "Bildtext",
    "Sampling method. Affects speed and detail.": "Beeinflusst Tempo und Details.",
    "Fast and soft": "Schnell und weich",
    steps: "Schritte",
    "Write a prompt.": "Schreib etwas.",
    "Choose a style.": "Wähle einen Stil.",
    [sdxlTorch.rules?.[0]?.message ?? ""]: "Der Refiner tut so nichts.",
  },
  inputErrors: { ...inputErrorLabels, atMost: (most) => `Höchstens ${most}.` },
};
const german = translateModel(sdxlTorch, labels);
const field = (name: string) => describeFields(german).find((one) => one.name === name);

test("translates only labels, help, options, units, and rules", () => {
  expect(field("prompt")?.label).toBe("Bildtext");
  expect(field("scheduler")?.help).toBe("Beeinflusst Tempo und Details.");
  expect(field("scheduler")?.options).toContainEqual({ value: "Euler", help: "Schnell und weich" });
  expect(field("num_inference_steps")?.unit).toBe("Schritte");
  expect(german.rules?.[0]?.message).toBe("Der Refiner tut so nichts.");
  expect(field("seed")?.label).toBe("Seed");
  expect(german.title).toBe(sdxlTorch.title);
});

test("translates validation messages, including the schema's", () => {
  const parsed = parseInput(german, { samples: 9, style: " " });
  expect(parsed).toEqual({
    ok: false,
    fields: { prompt: "Schreib etwas.", samples: "Höchstens 4.", style: "Wähle einen Stil." },
  });
});

test("keeps the payload, and returns the same model for the same labels", () => {
  const input = { prompt: "ein Fuchs" };
  expect(parseInput(german, input)).toEqual(parseInput(sdxlTorch, input));
  expect(translateModel(sdxlTorch, labels)).toBe(german);
  expect(describeFields(sdxlTorch)[0]?.label).toBe("Prompt");
});

test("ignores properties that every object inherits", () => {
  const odd = translateModel({ ...sdxlTorch, title: "constructor" }, labels);
  expect(odd.title).toBe("constructor");
});

import type { Labels } from "../../../labels/en/en.ts";
import { describeFields, type FieldDescriptor } from "../../../models/describeFields.ts";
import { fieldLabel } from "../../internals/fieldLabel.ts";
import { formatExact } from "../../internals/formatExact.ts";
import { formatSeconds } from "../../internals/formatSeconds.ts";
import type { JobInput } from "../../internals/promptOf.ts";
import type { ImageResultState } from "../context/ImageResultContext.ts";
import { resultSeed } from "../context/resultSeed.ts";

interface ResultRow {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly use?: JobInput | undefined;
}

type ResultFacts = Pick<ImageResultState, "result" | "input" | "model">;
type Words = Labels["result"];

function valueText(value: unknown, words: Words): string {
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") return formatExact(value, words.locale);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.startsWith("data:") ? `${text.slice(0, text.indexOf(";"))} …` : text;
}

/** Returns whether a form can have another value than this one. */
const isEditable = (field: FieldDescriptor | undefined): boolean =>
  field !== undefined &&
  field.options?.length !== 1 &&
  (field.min === undefined || field.min !== field.max);

function inputRows({ input = {}, model }: ResultFacts, words: Words): readonly ResultRow[] {
  const fields = new Map(model && describeFields(model).map((field) => [field.name, field]));
  return Object.entries(input)
    .filter(([name]) => name !== "seed" && fields.get(name)?.kind !== "hidden")
    .map(([name, value]) => {
      const option = fields.get(name)?.options?.find((known) => known.value === value);
      const text = option?.label ?? valueText(value, words);
      const use = !model || isEditable(fields.get(name)) ? { [name]: value } : undefined;
      return { name, label: fieldLabel(model, name), value: text, use };
    });
}

function seedRows({ result, input }: ResultFacts, words: Words): readonly ResultRow[] {
  const count = result?.images.length ?? 0;
  const asked = input?.["seed"];
  const seeds = Array.from(
    { length: Math.max(1, count) },
    (_, index) =>
      resultSeed(result, index) ?? (typeof asked === "number" ? String(asked) : undefined),
  );
  const areOne = new Set(seeds).size === 1;
  return (areOne ? seeds.slice(0, 1) : seeds).flatMap((seed, index) => {
    if (seed === undefined) return [];
    const isExact = Number.isSafeInteger(Number(seed));
    return {
      name: `seed used ${index}`,
      label: areOne ? words.seedUsed : words.forImage(words.seedUsed, index, count),
      value: seed,
      use: isExact ? { seed: Number(seed) } : undefined,
    };
  });
}

function metricRows({ result }: ResultFacts, words: Words): readonly ResultRow[] {
  const { inferenceTime, queueTime, totalTime, cost } = result?.metrics ?? {};
  const seconds = (value: number | undefined) =>
    value === undefined ? undefined : formatSeconds(words.locale, value, 1);
  const amount = new Intl.NumberFormat(words.locale, { maximumFractionDigits: 6 });
  const rows: readonly (readonly [name: string, label: string, value: string | undefined])[] = [
    ["run time", words.generationTime, seconds(inferenceTime)],
    ["queue time", words.queueTime, seconds(queueTime)],
    ["total time", words.totalTime, seconds(totalTime)],
    ["cost", words.cost, cost === undefined ? undefined : words.credits(amount.format(cost))],
  ];
  return rows.flatMap(([name, label, value]) =>
    value === undefined ? [] : [{ name, label, value }],
  );
}

export function resultRows(facts: ResultFacts, words: Words): readonly ResultRow[] {
  const { model } = facts;
  const title = model ? [{ name: "model title", label: words.model, value: model.title }] : [];
  return [title, inputRows(facts, words), seedRows(facts, words), metricRows(facts, words)].flat();
}

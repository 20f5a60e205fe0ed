import * as z from "zod/v4/core";
import type { Model, ModelInput } from "./defineModel.ts";
import { isPrompt } from "./fieldKind.ts";
import { issueMessage } from "./issueMessage.ts";
import { inputErrorLabels, translateText, type InputErrorLabels } from "./modelLabels.ts";
import { readSchemaType } from "./readSchemaType.ts";

export type ParsedInput<M extends Model> =
  | { readonly ok: true; readonly input: ModelInput<M> }
  | { readonly ok: false; readonly fields: Readonly<Record<string, string>> };

type FieldError = readonly [name: string, text: string];

/** Returns an error for each unknown key. Dropping a misspelled key would charge the user for the wrong image. */
function unknownKeys(
  model: Model,
  values: object,
  messages: InputErrorLabels,
): readonly FieldError[] {
  const { shape, catchall } = model.input._zod.def;
  if (catchall && (catchall as z.$ZodTypes)._zod.def.type !== "never") return [];
  return Object.keys(values)
    .filter((key) => !Object.hasOwn(shape, key))
    .map((key) => [key, messages.unknownField(model.title)]);
}

/** Prefix that distinguishes default messages from messages in the schema. */
const defaultPrefix = "\u0000";

function schemaMessage(issue: z.$ZodIssue): string | undefined {
  if (!issue.message.startsWith(defaultPrefix)) return issue.message;
  if (issue.code !== "invalid_union") return undefined;
  return issue.errors
    .flat()
    .map(schemaMessage)
    .find((message) => message !== undefined);
}

/** Returns the schema's message for blank text. Forms omit blank text, so validation sees only a missing field. */
function blankMessage(model: Model, name: string): string | undefined {
  const schema = model.input._zod.def.shape[name];
  if (!schema || readSchemaType(schema).type !== "string") return undefined;
  try {
    const { error } = z.safeParse(schema, "", { error: () => defaultPrefix });
    return error?.issues.map(schemaMessage).find((message) => message !== undefined);
  } catch {
    return undefined;
  }
}

const valueOf = (values: object, name: string): unknown =>
  Object.hasOwn(values, name) ? Reflect.get(values, name) : undefined;

/** Returns an error for each blank prompt, even if the schema accepts it, because the generation would be charged. */
function blankPrompts(
  model: Model,
  values: object,
  messages: InputErrorLabels,
): readonly FieldError[] {
  return Object.entries(model.input._zod.def.shape).flatMap(([name, schema]) => {
    const value = valueOf(values, name);
    const isBlank = typeof value === "string" && value.trim() === "";
    return isBlank && isPrompt(name, readSchemaType(schema))
      ? [[name, translateText(model.labels, blankMessage(model, name) ?? messages.prompt)]]
      : [];
  });
}

/**
 * Validates input and applies defaults. Error messages in the schema take precedence over default messages. Never
 * coerces "4" to 4 and never throws for invalid input.
 *
 * @returns the input, or `fields` with one message per invalid field
 */
export function parseInput<M extends Model>(model: M, values: unknown): ParsedInput<M> {
  if (typeof values !== "object" || values === null || Array.isArray(values)) {
    return { ok: false, fields: { "": "The input must be an object with the model's fields." } };
  }
  const messages = model.labels?.inputErrors ?? inputErrorLabels;
  const parsed = z.safeParse(model.input, values, {
    error: (issue) => defaultPrefix + issueMessage(issue, messages),
  });
  const issues = (parsed.error?.issues ?? [])
    .filter(({ code }) => code !== "unrecognized_keys")
    .map((issue): FieldError => {
      const name = String(issue.path[0] ?? "");
      const isMissing = issue.path.length === 1 && valueOf(values, name) === undefined;
      const custom = schemaMessage(issue) ?? (isMissing ? blankMessage(model, name) : undefined);
      return [
        name,
        translateText(model.labels, custom ?? issue.message.slice(defaultPrefix.length)),
      ];
    });
  const errors = new Map<string, string>();
  for (const [name, text] of [
    ...unknownKeys(model, values, messages),
    ...blankPrompts(model, values, messages),
    ...issues,
  ]) {
    if (!errors.has(name)) errors.set(name, text);
  }
  return parsed.success && errors.size === 0
    ? { ok: true, input: parsed.data as ModelInput<M> }
    : { ok: false, fields: Object.fromEntries(errors) };
}

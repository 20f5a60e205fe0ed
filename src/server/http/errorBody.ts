import * as z from "zod/v4-mini";
import { EaselError, type ErrorBody } from "../../protocol/EaselError.ts";
import { isErrorCode } from "../../protocol/errorTable.ts";

const maxMessageLength = 600;
const maxNameLength = 60;
const maxSentenceLength = 200;
const maxFields = 20;
/** Maximum length of the fields as JSON, where escaping can turn one character into six. */
const maxFieldsLength = 2_500;

function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return `${text.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

function shortenFields(fields: Readonly<Record<string, string>>): Record<string, string> {
  const kept: [string, string][] = [];
  let left = maxFieldsLength;
  for (const name in fields) {
    if (kept.length === maxFields || !Object.hasOwn(fields, name)) break;
    const field: [string, string] = [
      shorten(name, maxNameLength),
      shorten(fields[name] ?? "", maxSentenceLength),
    ];
    left -= JSON.stringify(field).length;
    if (left < 0) break;
    kept.push(field);
  }
  return Object.fromEntries(kept);
}

/** Returns an error's response body, shortened to a few kilobytes because it is also stored. */
export function errorBody(error: EaselError): ErrorBody {
  const { fields, ...body } = error.toJSON();
  return {
    ...body,
    error: shorten(body.error, maxMessageLength),
    ...(fields === undefined ? {} : { fields: shortenFields(fields) }),
  };
}

export function errorFromBody(body: ErrorBody): EaselError {
  return new EaselError(body.code, { ...body, message: body.error });
}

export const errorBodySchema = z.custom<ErrorBody>((value) => {
  const { error, code } = Object(value) as Partial<ErrorBody>;
  return typeof error === "string" && isErrorCode(code);
});

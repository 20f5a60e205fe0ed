import * as z from "zod/v4/core";
import type { Model } from "../../models/defineModel.ts";
import type { FieldHints } from "../../models/describeField.ts";
import { describeFields } from "../../models/describeFields.ts";
import { parseUrl } from "../http/parseUrl.ts";
import { schemaNodes } from "./schemaNodes.ts";

export interface InputAddress {
  readonly keys: readonly string[];
  readonly place: string;
  readonly text: string;
  readonly url: URL | undefined;
  readonly isImage: boolean;
}

/** Maximum length of an address, in characters. Most servers accept at most 8 kB. */
const maxLength = 8_192;

const startsAddress = /^((https?|ftp|wss?):|file:[\\/]|[a-z][a-z\d+.-]*:[\\/]{2})/i;
const startsHost = /^[\\/]{2}/;
const hasBlanks = /[\s\\\p{Cc}]/u;

/** Returns the address without surrounding whitespace, which services ignore. An invalid image address has no `url`. */
function readAddress(
  value: string,
  isImage: boolean,
): Pick<InputAddress, "text" | "url"> | undefined {
  const start = value.search(/[^\p{Cc}\s]/u);
  if (start === -1) return undefined;
  // `URL` drops line breaks and tabs, even within a scheme.
  const beginning = value.slice(start, start + maxLength).replaceAll(/[\t\n\r]/g, "");
  if (!startsAddress.test(beginning) && !(isImage && startsHost.test(beginning))) return undefined;
  const text = value.slice(start).trimEnd();
  const whole = startsHost.test(text) ? `http:${text}` : text;
  const url = text.length <= maxLength ? parseUrl(whole) : undefined;
  // Services differ in how they interpret backslashes and whitespace in an address.
  if (isImage) return { text, url: hasBlanks.test(text) ? undefined : url };
  return url || !hasBlanks.test(text) ? { text, url } : undefined;
}

const isProse = (name: string): boolean => /prompt$/i.test(name);
const isImageName = (name: string): boolean => /image|mask|img/i.test(name);

function hasImageHint(schema: z.$ZodType | undefined): boolean {
  const nodes = schema ? Array.from(schemaNodes(schema)) : [];
  return nodes.some((node) => {
    const meta = z.globalRegistry.get(node as z.$ZodType) as { "x-easel"?: FieldHints } | undefined;
    return meta?.["x-easel"]?.kind === "image";
  });
}

function* findIn(
  value: unknown,
  keys: readonly string[],
  place: string,
  isImage: boolean,
): Generator<InputAddress> {
  if (typeof value === "string") {
    const address = readAddress(value, isImage);
    if (address) yield { keys, place, isImage, ...address };
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const isList = Array.isArray(value);
  for (const [name, inner] of Object.entries(value)) {
    if (isProse(name)) continue;
    const below = isList ? `${place}[${name}]` : `${place}.${name}`;
    yield* findIn(inner, [...keys, name], below, isImage || isImageName(name));
  }
}

export function* findAddresses(
  model: Model,
  input: Readonly<Record<string, unknown>>,
): Generator<InputAddress> {
  const kinds = new Map(describeFields(model).map(({ name, kind }) => [name, kind]));
  const { shape } = model.input._zod.def;
  for (const [name, value] of Object.entries(input)) {
    const kind = kinds.get(name);
    if (kind === "prompt" || isProse(name)) continue;
    const isImage =
      kind === "image" ||
      isImageName(name) ||
      (Object.hasOwn(shape, name) && hasImageHint(shape[name]));
    yield* findIn(value, [name], name, isImage);
  }
}

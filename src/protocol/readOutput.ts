import { parseJson } from "./parseJson.ts";

export interface JobImage {
  /** URL with the scheme http, https, data, or blob. May point to a video or another file; see `fileKind`. */
  readonly url: string;
  readonly contentType?: string;
}

const signatures: readonly (readonly [start: RegExp, contentType: string])[] = [
  [/^iVBORw0KGgo/, "image/png"],
  [/^\/9j\//, "image/jpeg"],
  [/^UklGR/, "image/webp"],
  [/^R0lGOD/, "image/gif"],
  [/^AAAA[\w+/]GZ0eXBhdmlm/, "image/avif"],
  [/^AAAA[\w+/]GZ0eX/, "video/mp4"],
  [/^GkXfo/, "video/webm"],
];

/** Normalized names of fields that contain files or nested file fields. */
const fileFields = new Set(
  ["image", "media", "video", "audio", "file", "output", "download", "signed"]
    .flatMap((name) => [name, `${name}s`, `${name}url`, `${name}urls`])
    .concat("url", "urls", "uri", "src", "data", "result", "results", "artifacts", "items"),
);
/** Normalized names of base64 fields. Ignored if the object also has a URL, because it points to the same file. */
const inlineFields = new Set(["b64json", "b64", "base64", "imagebase64"]);
const typeFields = new Set(["contenttype", "mimetype", "mediatype", "type"]);

const maxDepth = 8;

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (object: object, names: ReadonlySet<string>): readonly unknown[] =>
  Object.entries(object)
    .filter(([name]) => names.has(name.toLowerCase().replaceAll(/[^a-z0-9]/g, "")))
    .map(([, value]: [string, unknown]) => value);

const maxValues = 10_000;

/** Returns whether JSON has few values, and is therefore cheap to parse. Base64 doesn't contain `[`, `{`, or `,`. */
const hasFewValues = (text: string): boolean => text.split(/[[{,]/, maxValues).length < maxValues;

function readBase64(text: string): JobImage | undefined {
  const type = signatures.find(([start]) => start.test(text))?.[1];
  return type ? { url: `data:${type};base64,${text}`, contentType: type } : undefined;
}

function readInline(url: string): JobImage | undefined {
  const [, type = "", rest = ""] = /^data:([^;,]*)([;,].*)$/is.exec(url) ?? [];
  if (/^(image|video|audio)\/[a-z0-9.+-]+$/i.test(type)) return { url, contentType: type };
  const isBytes = type === "" || /\/octet-stream$/i.test(type);
  return isBytes ? readBase64(/^;base64,(.*)$/is.exec(rest)?.[1] ?? "") : undefined;
}

const isAddress = (text: string): boolean => /^(https?:\/\/|blob:)\S+$/i.test(text);

function readTextFiles(text: string, depth: number): readonly JobImage[] {
  const trimmed = text.trim();
  if (/^[[{"]/.test(trimmed))
    return readFiles(hasFewValues(trimmed) ? parseJson(trimmed) : undefined, depth + 1);
  const file = /^data:/i.test(trimmed) ? readInline(trimmed) : readBase64(trimmed);
  if (file) return [file];
  const urls = trimmed.split(/\s+/);
  return urls.every(isAddress) ? urls.map((url) => ({ url })) : [];
}

function readObjectFiles(object: object, depth: number): readonly JobImage[] {
  const files = fieldsOf(object, fileFields).flatMap((value) => readFiles(value, depth + 1));
  const result =
    files.length > 0
      ? files
      : fieldsOf(object, inlineFields).flatMap((value) => readFiles(value, depth + 1));
  const type = fieldsOf(object, typeFields).find(
    (value) => typeof value === "string" && /^\w+\/(?!octet-stream)/.test(value),
  );
  return typeof type === "string" ? result.map((file) => ({ contentType: type, ...file })) : result;
}

function readFiles(value: unknown, depth = 0): readonly JobImage[] {
  if (depth > maxDepth) return [];
  if (typeof value === "string") return readTextFiles(value, depth);
  if (typeof value !== "object" || value === null) return [];
  return Array.isArray(value)
    ? value.flatMap((entry) => readFiles(entry, depth + 1))
    : readObjectFiles(value, depth);
}

function withoutRepeats(files: readonly JobImage[]): readonly JobImage[] {
  const byUrl = new Map<string, JobImage>();
  for (const file of files) if (!byUrl.has(file.url)) byUrl.set(file.url, file);
  return Array.from(byUrl.values());
}

/**
 * Returns a result's images. Reads `images`, which has one entry per sample, or `output` if it has more files. If
 * neither contains files or text, reads all fields.
 */
export function readImages(body: Fields): readonly JobImage[] {
  const images = withoutRepeats(readFiles(body["images"]));
  const output = withoutRepeats(readFiles(body["output"]));
  const result = output.length > images.length ? output : images;
  if (result.length > 0 || readText(body) !== undefined) return result;
  return withoutRepeats(readFiles(body));
}

export function readText(body: Fields): string | undefined {
  const texts = [body["output"]]
    .flat()
    .filter((entry) => typeof entry === "string" && entry !== "");
  return texts.length > 0 ? texts.join("\n") : undefined;
}

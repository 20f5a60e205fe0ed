export interface JobImage {
  /** An https address, or a data URL when the picture came inline; a blob URL where the backend runs in the page. */
  readonly url: string;
  readonly contentType?: string;
}

/** The first characters of each format's signature, in base64. */
const signatures: readonly (readonly [start: string, contentType: string])[] = [
  ["iVBORw0KGgo", "image/png"],
  ["/9j/", "image/jpeg"],
  ["UklGR", "image/webp"],
  ["R0lGOD", "image/gif"],
];

/** An address, a data URL or bare base64; what else a text may be is not a picture. */
function readImage(value: unknown): JobImage | undefined {
  if (typeof value !== "string") return undefined;
  if (/^(https?:\/\/|blob:)/i.test(value)) return { url: value };
  const inline = /^data:(image\/[a-z0-9.+-]+)[;,]/i.exec(value);
  if (inline?.[1]) return { url: value, contentType: inline[1] };
  const type = signatures.find(([start]) => value.startsWith(start))?.[1];
  return type ? { url: `data:${type};base64,${value}`, contentType: type } : undefined;
}

function readEntry(entry: unknown): JobImage | undefined {
  if (typeof entry !== "object" || entry === null) return readImage(entry);
  const { url, content_type: contentType } = entry as Record<string, unknown>;
  const image = readImage(url);
  return image && typeof contentType === "string" ? { contentType, ...image } : image;
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const readAll = (value: unknown): readonly JobImage[] =>
  list(value).flatMap((entry) => readEntry(entry) ?? []);

/**
 * The pictures of a result, wherever the service put them: `images` has one entry a sample, `output` is there for every
 * modality and may be one value or a list, `image` is v1's.
 */
export function readImages(body: Readonly<Record<string, unknown>>): readonly JobImage[] {
  const [images, output] = [readAll(body["images"]), readAll(body["output"])];
  const found = output.length > images.length ? output : images;
  return found.length > 0 ? found : readAll(body["image"]);
}

/** What a model that answers in words said. */
export function readText(body: Readonly<Record<string, unknown>>): string | undefined {
  const texts = list(body["output"]).filter((entry) => typeof entry === "string");
  return texts.length > 0 ? texts.join("\n") : undefined;
}

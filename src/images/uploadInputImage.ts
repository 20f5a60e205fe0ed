import type { Client, HostConfig } from "../client/client.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { isBlobUrl, readBlobUrl } from "./blobUrl.ts";
import { decodeDataUrl } from "./decodeDataUrl.ts";
import type { ImageRejection } from "./decodeImage.ts";
import type { CropArea } from "./planResize.ts";
import type { PreparedImage } from "./prepareImage.ts";

export type InputImageStep = "checking" | "shrinking" | "uploading";

/** Reason why an upload failed. If `code` is `upload`, `error` is the cause. */
export interface InputImageFailure {
  readonly code: ImageRejection | "empty" | "not-an-address" | "upload";
  readonly error?: EaselError;
}

export interface UploadedInputImage {
  /** The image's `http(s)` URL or data URL. */
  readonly url: string;
  /** Prepared image. Undefined if the source is an `http(s)` URL, which only the service fetches. */
  readonly image: PreparedImage | undefined;
}

export interface UploadInputImageOptions {
  readonly client: Client;
  /** Maximum length of the longer side after resizing, in pixels. @default 1024 */
  readonly maxSide?: number | undefined;
  readonly crop?: CropArea | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: ((step: InputImageStep) => void) | undefined;
  /** Called with the fraction of the image that has been uploaded, from 0 to 1, if the client reports progress. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

/** Maximum length, in characters, of a data URL that replaces an upload. Unlike an upload's URL, it doesn't expire. */
const maxInlineChars = 8_000;

const defaultMaxBytes = 8_000_000;

const otherInputBytes = 50_000;

/** Returns the limits for uploads, or for data URLs if the host doesn't offer uploads or its config can't be loaded. */
async function getUploadLimits(client: Client, signal: AbortSignal | undefined) {
  const limits: HostConfig["limits"] | undefined = await client
    .getConfig?.({ signal })
    .then((config) => config.limits)
    .catch((error: unknown) => {
      if (EaselError.is(error) && error.code === "aborted") throw error;
      return {};
    });
  const offered = client.uploadImage && (!limits || limits.uploadBytes !== undefined);
  const body = limits?.bodyBytes ?? (defaultMaxBytes * 4) / 3;
  return offered
    ? {
        upload: client.uploadImage?.bind(client),
        maxBytes: limits?.uploadBytes ?? defaultMaxBytes,
        maxPixels: limits?.uploadPixels ?? Infinity,
      }
    : // Base64 adds a third to the size.
      { upload: undefined, maxBytes: ((body - otherInputBytes) * 3) / 4, maxPixels: Infinity };
}

function toDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result as string));
    reader.addEventListener("error", () => reject(new EaselError("not_a_picture")));
    reader.readAsDataURL(blob);
  });
}

const fail = (
  code: InputImageFailure["code"],
  error?: EaselError,
): { failure: InputImageFailure } => ({
  failure: error ? { code, error } : { code },
});

async function readText(text: string): Promise<Blob | { url: string } | undefined> {
  if (/^data:/i.test(text)) return decodeDataUrl(text);
  if (isBlobUrl(text)) return readBlobUrl(text).catch(() => undefined);
  return /^https?:\/\/[^\s/]+\S*$/i.test(text) ? { url: text } : undefined;
}

/**
 * Prepares and uploads an input image. Returns a data URL if the image is small or the backend doesn't support uploads.
 * Returns an `http(s)` URL unchanged, because only the service fetches it. Free of charge.
 *
 * @throws EaselError only with code `aborted`; other errors are returned as `failure`
 */
export async function uploadInputImage(
  source: Blob | string,
  { client, maxSide = 1024, crop, signal, onStep, onProgress }: UploadInputImageOptions,
): Promise<UploadedInputImage | { readonly failure: InputImageFailure }> {
  onStep?.("checking");
  const file = typeof source === "string" ? await readText(source.trim()) : source;
  if (!file) return fail("not-an-address");
  if ("url" in file) return { url: file.url, image: undefined };
  if (file.size === 0) return fail("empty");
  const { upload, maxBytes, maxPixels } = await getUploadLimits(client, signal);

  onStep?.("shrinking");
  const loaded = await import("./prepareInWorker.ts").catch(
    (cause: unknown) => new EaselError("not_loaded", { cause }),
  );
  if (EaselError.is(loaded)) return fail("upload", loaded);
  const imageLimits = { maxSide, maxPixels, maxBytes, crop };
  const prepared = await loaded.prepareInWorker(file, imageLimits, signal);
  if ("refused" in prepared) return fail(prepared.refused);

  const { image } = prepared;
  const inline = !upload || (image.blob.size * 4) / 3 + 40 <= maxInlineChars;
  try {
    if (inline) return { url: await toDataUrl(image.blob), image };
    onStep?.("uploading");
    const { url } = await upload(image.blob, { signal, onProgress });
    return { url, image };
  } catch (cause) {
    if (!EaselError.is(cause)) return fail("upload", new EaselError("network", { cause }));
    if (cause.code === "aborted") throw cause;
    return fail("upload", cause);
  }
}

interface InputField {
  readonly name: string;
  readonly maxSide?: number | undefined;
}

/** Returns a model's input whose `blob:` URLs are replaced by uploads, except those that can't be uploaded. */
export async function uploadBlobUrls(
  fields: readonly InputField[],
  input: Readonly<Record<string, unknown>>,
  client: Client,
): Promise<Readonly<Record<string, unknown>>> {
  const entries = Object.entries(input).map(async ([name, value]) => {
    if (typeof value !== "string" || !isBlobUrl(value)) return [name, value] as const;
    const maxSide = fields.find((field) => field.name === name)?.maxSide;
    const uploaded = await uploadInputImage(value, { client, maxSide });
    return [name, "url" in uploaded ? uploaded.url : value] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

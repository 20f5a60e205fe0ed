import type { Client, HostConfig } from "../client/client.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { blobOfDataUrl } from "./blobOfDataUrl.ts";
import type { PictureCrop } from "./picturePlan.ts";
import type { PictureRefusal, PreparedPicture } from "./preparePicture.ts";

/** What is being done to a picture. */
export type PictureStep = "checking" | "shrinking" | "uploading";

/** Why a picture could not be used. `upload` has the error of the request beside it. */
export interface PictureFailure {
  readonly code: PictureRefusal | "empty" | "not-an-address" | "upload";
  readonly error?: EaselError;
}

/** A picture that is ready to be an input. */
export interface UploadedPicture {
  /** What goes into the model's field: an address that the service can fetch, or the picture itself as a data URL. */
  readonly url: string;
  /** As it was sent, and what it was made from. Undefined for an address, which nobody fetches before the service. */
  readonly picture: PreparedPicture | undefined;
}

export interface UploadPictureOptions {
  readonly client: Client;
  /** The longest side that is of use to the model, in pixels. @default 1024 */
  readonly maxSide?: number | undefined;
  readonly crop?: PictureCrop | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: ((step: PictureStep) => void) | undefined;
  /** How much of an upload has left, from 0 to 1, where the client can tell. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

/** Shorter ones stay in the ledger with the rest of a run's input, so they outlast every address. Characters. */
const smallDataUrl = 8_000;

/** Bytes, where the backend names no limit. */
const usualBytes = 8_000_000;

/** What else stands in a request beside a picture: prompts and settings. Bytes. */
const besidePicture = 50_000;

interface Room {
  readonly upload: Client["uploadImage"] | undefined;
  readonly maxBytes: number;
  readonly maxPixels: number;
}

/** How much is taken, and by which way. A backend that can't be asked just now may still take a picture inline. */
async function findRoom(client: Client, signal: AbortSignal | undefined): Promise<Room> {
  const limits: HostConfig["limits"] | undefined = await client
    .getConfig?.({ signal })
    .then((config) => config.limits)
    .catch((error: unknown) => {
      if (EaselError.is(error) && error.code === "aborted") throw error;
      return {};
    });
  const offered = client.uploadImage && (!limits || limits.uploadBytes !== undefined);
  const body = limits?.bodyBytes ?? (usualBytes * 4) / 3;
  return offered
    ? {
        upload: client.uploadImage?.bind(client),
        maxBytes: limits?.uploadBytes ?? usualBytes,
        maxPixels: limits?.uploadPixels ?? Infinity,
      }
    : // As text it grows by a third.
      { upload: undefined, maxBytes: ((body - besidePicture) * 3) / 4, maxPixels: Infinity };
}

function toDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result as string));
    reader.addEventListener("error", () => reject(new EaselError("not_a_picture")));
    reader.readAsDataURL(blob);
  });
}

const fail = (code: PictureFailure["code"], error?: EaselError): { failure: PictureFailure } => ({
  failure: error ? { code, error } : { code },
});

/** What a text names: the picture in a data URL, or an address that is left to the service to fetch. */
function readText(text: string): Blob | { url: string } | undefined {
  if (/^data:/i.test(text)) return blobOfDataUrl(text);
  return /^https?:\/\/[^\s/]+\S*$/i.test(text) ? { url: text } : undefined;
}

/**
 * Makes a picture into what a model's field takes: checked by its bytes, upright, no larger than the model wants, and
 * uploaded through the client where its backend offers that, else as a data URL. Free. The work on its pixels is done in a
 * worker. An address goes through as it is: the service fetches it, so whether this page may read it says nothing.
 *
 * @throws EaselError `aborted`, and nothing else: whatever is wrong with the picture or the upload is a `failure`.
 */
export async function uploadPicture(
  source: Blob | string,
  { client, maxSide = 1024, crop, signal, onStep, onProgress }: UploadPictureOptions,
): Promise<UploadedPicture | { readonly failure: PictureFailure }> {
  onStep?.("checking");
  const file = typeof source === "string" ? readText(source.trim()) : source;
  if (!file) return fail("not-an-address");
  if ("url" in file) return { url: file.url, picture: undefined };
  if (file.size === 0) return fail("empty");
  const { upload, maxBytes, maxPixels } = await findRoom(client, signal);

  onStep?.("shrinking");
  const loaded = await import("./prepareApart.ts").catch(
    (cause: unknown) => new EaselError("not_loaded", { cause }),
  );
  if (EaselError.is(loaded)) return fail("upload", loaded);
  const wish = { maxSide, maxPixels, maxBytes, crop };
  const prepared = await loaded.prepareApart(file, wish, signal);
  if ("refused" in prepared) return fail(prepared.refused);

  const { picture } = prepared;
  const inline = !upload || (picture.blob.size * 4) / 3 + 40 <= smallDataUrl;
  try {
    if (inline) return { url: await toDataUrl(picture.blob), picture };
    onStep?.("uploading");
    const { url } = await upload(picture.blob, { signal, onProgress });
    return { url, picture };
  } catch (cause) {
    if (!EaselError.is(cause)) return fail("upload", new EaselError("network", { cause }));
    if (cause.code === "aborted") throw cause;
    return fail("upload", cause);
  }
}

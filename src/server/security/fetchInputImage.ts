import { EaselError } from "../../protocol/EaselError.ts";
import { readImageHeader } from "../../protocol/readImageHeader.ts";
import { keepReferenced } from "../http/keepReferenced.ts";
import { readBytes } from "../http/readBytes.ts";
import { withTimeout } from "../timing/withTimeout.ts";

/** Function that fetches a file. It must not follow redirects, which could lead to a private address. */
export type FetchFile = (request: Request) => Promise<Response>;

export interface InputImageLimits {
  readonly uploadBytes: number;
  readonly uploadPixels: number;
}

const longestMs = 10_000;

export async function fetchInputImage(
  { uploadBytes, uploadPixels }: InputImageLimits,
  place: string,
  url: URL,
  fetchFile: FetchFile,
  signal: AbortSignal,
): Promise<Blob> {
  const refuse = (problem: string, cause?: unknown): never => {
    throw new EaselError("invalid_request", {
      message: `The image in ${place} ${problem}`,
      retry: "safe",
      cause,
    });
  };
  const read = async (request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    const response = await fetchFile(request);
    const length = Number(response.headers.get("content-length"));
    if (response.status === 200 && length <= uploadBytes) {
      return readBytes(response.body, uploadBytes);
    }
    await response.body?.cancel();
    return response.status === 200
      ? undefined
      : refuse(`couldn't be read: its host responded with status ${response.status}.`);
  };
  const errorFor = (): Error => new DOMException("The image timed out.", "TimeoutError");
  const bytes = await withTimeout({ ms: longestMs, signal, errorFor }, async (stop) => {
    const request = new Request(url, { redirect: "manual", signal: stop });
    return keepReferenced(request, () => read(request));
  }).catch((cause: unknown) => {
    throw EaselError.is(cause) ? cause : refuse("couldn't be read from its host.", cause);
  });
  if (!bytes) throw new EaselError("too_large", { message: `The image in ${place} is too large.` });
  const facts = readImageHeader(bytes);
  if (!facts) return refuse("isn't a PNG, JPEG, WebP, or GIF file.");
  if (facts.width * facts.height > uploadPixels) {
    throw new EaselError("too_large", { message: `The image in ${place} has too many pixels.` });
  }
  return new Blob([bytes], { type: facts.type });
}

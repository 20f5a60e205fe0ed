import { EaselError } from "../../protocol/EaselError.ts";
import { sniffLength, sniffType } from "../../protocol/fileType.ts";
import type { HandlerRoute, RouteRequest } from "../handler/findRoute.ts";
import { parseUrl } from "../http/parseUrl.ts";
import { peekStream } from "../http/peekStream.ts";
import { safeHeaders } from "../http/respond.ts";
import { whileHeld } from "../http/whileHeld.ts";
import { upstream } from "../limits/upstream.ts";
import { unrefTimer } from "../timing/unrefTimer.ts";
import { withTimeout } from "../timing/withTimeout.ts";

/** A phone on a poor line still gets a large image in this time. */
const longestTransferMs = 120_000;

interface Transfer {
  readonly signal: AbortSignal;
  readonly end: () => void;
}

/**
 * Starts the time of a transfer. Its signal is aborted with `gone`, or after 120 seconds unless `end` is called. Not
 * `AbortSignal.any` with a timeout: Node 20 holds that timeout weakly, so it never comes after a garbage collection.
 */
function startTransfer(gone: AbortSignal): Transfer {
  const stop = new AbortController();
  const end = (): void => {
    clearTimeout(timer);
    gone.removeEventListener("abort", abort);
  };
  const abort = (): void => {
    end();
    stop.abort();
  };
  const timer = unrefTimer(abort, longestTransferMs);
  gone.addEventListener("abort", abort);
  if (gone.aborted) abort();
  return { signal: stop.signal, end };
}

/**
 * Counts the bytes that arrive, and breaks off when they are more than a file may have, or with the transfer's signal, also
 * where the stream ignores that.
 */
function capped(
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
  { signal, end }: Transfer,
): ReadableStream<Uint8Array> {
  let size = 0;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
    start(controller) {
      const abort = (): void => controller.error(new EaselError("upstream_unavailable"));
      signal.addEventListener("abort", abort);
      if (signal.aborted) abort();
    },
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (size > maxBytes) controller.error(new EaselError("bad_answer"));
      else controller.enqueue(chunk);
    },
  });
  // Its reader meets the error.
  body.pipeTo(writable).then(end, end);
  return readable;
}

interface MediaFile {
  readonly type: string;
  readonly body: ReadableStream<Uint8Array>;
}

/** The compression of a file that its host compressed, or stored so; undefined where there is none. */
function encodingOf(head: Uint8Array, headers: Headers): "gzip" | "deflate" | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  return headers.get("content-encoding")?.toLowerCase() === "deflate" ? "deflate" : undefined;
}

/**
 * Reads the type of an image, a video or a sound from its first bytes. What its host declares proves nothing: many hosts
 * send `application/octet-stream`, and a declared type can hide a page with a script.
 *
 * @returns undefined for any other file
 */
async function readMedia({ headers, body }: Response): Promise<MediaFile | undefined> {
  if (!body) return undefined;
  let { head, whole } = await peekStream(body, sniffLength);
  const encoding = sniffType(head) === undefined ? encodingOf(head, headers) : undefined;
  if (encoding) {
    // The platform's types have another idea of a chunk's buffer.
    const unpack = new DecompressionStream(encoding) as TransformStream<Uint8Array, Uint8Array>;
    ({ head, whole } = await peekStream(whole.pipeThrough(unpack), sniffLength));
  }
  const type = sniffType(head);
  if (type !== undefined) return { type, body: whole };
  await whole.cancel();
  return undefined;
}

function readAddress({ host, url }: RouteRequest): URL {
  const address = parseUrl(url.searchParams.get("url") ?? "");
  // A blob: address has the origin of the page that made it, and leads to that page's memory.
  const isWeb = address?.protocol === "https:" || address?.protocol === "http:";
  const isKnown = isWeb && host.backend.assetOrigins?.includes(address.origin);
  if (!isKnown || address.username !== "" || address.password !== "") {
    throw new EaselError("not_found", { message: "No result of this app is at that address." });
  }
  return address;
}

interface Fetched {
  readonly status: number;
  readonly media: MediaFile | undefined;
}

/** Fetches a file as far as its type, and no further where it can't be passed on. */
async function fetchMedia({ host }: RouteRequest, asked: Request): Promise<Fetched> {
  const response = (await host.backend.fetchAsset?.(asked)) ?? (await fetch(asked));
  const { status, headers, body } = response;
  const isServed =
    status === 200 && Number(headers.get("content-length")) <= host.limits.assetBytes;
  const media = isServed ? await readMedia(response) : undefined;
  if (!media && !body?.locked) await body?.cancel();
  return { status, media };
}

/** A result's bytes from where the service keeps them, for downloading and copying across origins. */
export const assetRoute: HandlerRoute = {
  path: "asset",
  verb: "GET",
  async answer(visit) {
    const { host, request } = visit;
    const address = readAddress(visit);
    const transfer = startTransfer(request.signal);
    const { signal } = transfer;
    const asked = new Request(address, { redirect: "manual", signal });
    const fail = (): EaselError =>
      new EaselError(request.signal.aborted ? "aborted" : "upstream_unavailable");
    return upstream(host, "asset", async () => {
      const { status, media } = await withTimeout(
        { ms: longestTransferMs, signal, errorFor: fail },
        () => whileHeld(asked, () => fetchMedia(visit, asked)),
      ).catch(() => {
        throw fail();
      });
      if (!media) {
        if (status === 404 || status === 410) throw new EaselError("not_found");
        throw new EaselError(status >= 500 ? "upstream_unavailable" : "bad_answer");
      }
      return new Response(capped(media.body, host.limits.assetBytes, transfer), {
        // Without a file name, so that a link's download attribute gives it one.
        headers: {
          ...safeHeaders,
          "content-type": media.type,
          "content-disposition": "attachment",
          "cross-origin-resource-policy": host.options.assetPolicy ?? "same-site",
        },
      });
    }).catch((error: unknown) => {
      transfer.end();
      throw error;
    });
  },
};

import { isMediaType, sniffLength, sniffType } from "../../protocol/fileType.ts";
import { EaselError } from "../../protocol/index.ts";
import type { Route, Visit } from "../findRoute.ts";
import { peekStream } from "../peekStream.ts";
import { safeHeaders } from "../respond.ts";
import { upstream } from "../upstream.ts";
import { whileHeld } from "../whileHeld.ts";

/** A phone on a poor line still gets a large picture in this time. */
const longestTransferMs = 120_000;

/**
 * Counts what really comes, and breaks off when it is more than a picture can be, or takes too long. The stream holds the
 * request, as `whileHeld` does.
 */
function capped(
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
  request: Request,
): ReadableStream<Uint8Array> {
  let size = 0;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.byteLength;
        const isOver = size > maxBytes || request.signal.aborted;
        if (isOver) controller.error(new EaselError("bad_answer"));
        else controller.enqueue(chunk);
      },
    }),
  );
}

interface MediaFile {
  readonly type: string;
  readonly body: ReadableStream<Uint8Array>;
}

/** What decompresses a file that its host compressed, or stored so; undefined where it isn't. */
function encodingOf(head: Uint8Array, headers: Headers): "gzip" | "deflate" | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  return headers.get("content-encoding")?.toLowerCase() === "deflate" ? "deflate" : undefined;
}

/**
 * An image, a video or sound with its type: the host's word where that names one of the safe types, else what the first
 * bytes prove. Many hosts serve them as `application/octet-stream` or without a type.
 *
 * @returns undefined where it is none of these
 */
async function readMedia({ headers, body }: Response): Promise<MediaFile | undefined> {
  if (!body) return undefined;
  const declared = headers.get("content-type") ?? "";
  if (isMediaType(declared) && !headers.has("content-encoding")) return { type: declared, body };
  let { head, whole } = await peekStream(body, sniffLength);
  const encoding = sniffType(head) === undefined ? encodingOf(head, headers) : undefined;
  if (encoding) {
    // The platform's types have another idea of a chunk's buffer.
    const unpack = new DecompressionStream(encoding) as TransformStream<Uint8Array, Uint8Array>;
    ({ head, whole } = await peekStream(whole.pipeThrough(unpack), sniffLength));
  }
  const type = sniffType(head) ?? (isMediaType(declared) ? declared : undefined);
  if (type !== undefined) return { type, body: whole };
  await whole.cancel();
  return undefined;
}

function readAddress({ host, url }: Visit): URL {
  const text = url.searchParams.get("url") ?? "";
  const address = URL.canParse(text) ? new URL(text) : undefined;
  // A blob: address has the origin of the page that made it, and leads to that page's memory.
  const isWeb = address?.protocol === "https:" || address?.protocol === "http:";
  const isKnown = isWeb && host.backend.assetOrigins?.includes(address.origin);
  if (!isKnown || address.username !== "" || address.password !== "") {
    throw new EaselError("not_found", { message: "No result of this app is at that address." });
  }
  return address;
}

/** A result's bytes from where the service keeps them, for downloading and copying across origins. */
export const assetRoute: Route = {
  path: "asset",
  verb: "GET",
  async answer(visit) {
    const { host, request } = visit;
    const { backend } = host;
    const asked = new Request(readAddress(visit), {
      redirect: "manual",
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(longestTransferMs)]),
    });
    return upstream(host, "asset", async () => {
      const response = await whileHeld(
        asked,
        async () => (await backend.fetchAsset?.(asked)) ?? fetch(asked),
      ).catch(() => {
        throw new EaselError(request.signal.aborted ? "aborted" : "upstream_unavailable");
      });
      const length = Number(response.headers.get("content-length"));
      const isServed = response.status === 200 && length <= host.limits.assetBytes;
      const media = isServed
        ? await readMedia(response).catch(() => {
            throw new EaselError(request.signal.aborted ? "aborted" : "upstream_unavailable");
          })
        : undefined;
      if (!media) {
        if (!response.body?.locked) await response.body?.cancel();
        if (response.status === 404 || response.status === 410) throw new EaselError("not_found");
        throw new EaselError(response.status >= 500 ? "upstream_unavailable" : "bad_answer");
      }
      return new Response(capped(media.body, host.limits.assetBytes, asked), {
        // Without a name of its own, so that a link's download attribute gives it one.
        headers: {
          ...safeHeaders,
          "content-type": media.type,
          "content-disposition": "attachment",
        },
      });
    });
  },
};

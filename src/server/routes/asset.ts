import { EaselError } from "../../protocol/EaselError.ts";
import { sniffLength, sniffType } from "../../protocol/sniffType.ts";
import type { HandlerCore, ServiceAccess } from "../core/createCore.ts";
import { keepReferenced } from "../http/keepReferenced.ts";
import { peekStream } from "../http/peekStream.ts";
import { safeHeaders } from "../http/respond.ts";
import { readAssetAddress } from "../security/readAssetAddress.ts";
import { unrefTimer } from "../timing/pause.ts";
import { withTimeout } from "../timing/withTimeout.ts";
import type { HandlerRoute } from "./handlerRoute.ts";

type AssetCore = ServiceAccess & Pick<HandlerCore, "hooks" | "limits">;

const maxTransferMs = 120_000;

/** Creates a signal with a timeout. Node 20 can garbage-collect a signal from `AbortSignal.any` before it aborts. */
function startTransfer(gone: AbortSignal) {
  const stop = new AbortController();
  const end = (): void => {
    clearTimeout(timer);
    gone.removeEventListener("abort", abort);
  };
  const abort = (): void => {
    end();
    stop.abort();
  };
  const timer = unrefTimer(abort, maxTransferMs);
  gone.addEventListener("abort", abort);
  if (gone.aborted) abort();
  return { signal: stop.signal, end };
}

function capped(
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
  { signal, end }: ReturnType<typeof startTransfer>,
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
  body.pipeTo(writable).then(end, end);
  return readable;
}

function encodingOf(head: Uint8Array, headers: Headers): "gzip" | "deflate" | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  return headers.get("content-encoding")?.toLowerCase() === "deflate" ? "deflate" : undefined;
}

/** Returns a media file with a type detected from its first bytes. The declared type could hide an HTML page. */
async function readMedia({ headers, body }: Response) {
  if (!body) return undefined;
  let { head, whole } = await peekStream(body, sniffLength);
  const encoding = sniffType(head) === undefined ? encodingOf(head, headers) : undefined;
  if (encoding) {
    const unpack = new DecompressionStream(encoding) as TransformStream<Uint8Array, Uint8Array>;
    ({ head, whole } = await peekStream(whole.pipeThrough(unpack), sniffLength));
  }
  const type = sniffType(head);
  if (type !== undefined) return { type, body: whole };
  await whole.cancel();
  return undefined;
}

async function fetchMedia({ backend, limits }: AssetCore, request: Request) {
  const response = await backend.fetchAsset(request);
  const { status, headers, body } = response;
  const isServed = status === 200 && Number(headers.get("content-length")) <= limits.assetBytes;
  const media = isServed ? await readMedia(response) : undefined;
  if (!media && !body?.locked) await body?.cancel();
  return { status, media };
}

export function assetRoute(core: AssetCore): HandlerRoute {
  const { backend, callService, hooks, limits } = core;
  return {
    path: "asset",
    verb: "GET",
    async answer({ request, url }) {
      const address = readAssetAddress(backend.assetOrigins, url);
      if (!address) {
        throw new EaselError("not_found", { message: "This app has no result at that address." });
      }
      const transfer = startTransfer(request.signal);
      const { signal } = transfer;
      const fileRequest = new Request(address, { redirect: "manual", signal });
      const errorFor = (): EaselError =>
        new EaselError(request.signal.aborted ? "aborted" : "upstream_unavailable");
      return callService("asset", async () => {
        const { status, media } = await withTimeout({ ms: maxTransferMs, signal, errorFor }, () =>
          keepReferenced(fileRequest, () => fetchMedia(core, fileRequest)),
        ).catch(() => {
          throw errorFor();
        });
        if (!media) {
          if (status === 404 || status === 410) throw new EaselError("not_found");
          throw new EaselError(status >= 500 ? "upstream_unavailable" : "bad_answer");
        }
        return new Response(capped(media.body, limits.assetBytes, transfer), {
          // The header has no file name, so that a link's `download` attribute can set one.
          headers: {
            ...safeHeaders,
            "content-type": media.type,
            "content-disposition": "attachment",
            "cross-origin-resource-policy": hooks.assetPolicy ?? "same-site",
          },
        });
      }).catch((error: unknown) => {
        transfer.end();
        throw error;
      });
    },
  };
}

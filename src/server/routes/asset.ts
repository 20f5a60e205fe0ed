import { EaselError } from "../../protocol/index.ts";
import type { Route, Visit } from "../findRoute.ts";
import { safeHeaders } from "../respond.ts";
import { upstream } from "../upstream.ts";
import { whileHeld } from "../whileHeld.ts";

/** Pictures that can't carry script. */
const pictureType = /^image\/(png|jpeg|webp|gif|avif|bmp|tiff)\s*(;|$)/i;

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

function readAddress({ host, url }: Visit): URL {
  const text = url.searchParams.get("url") ?? "";
  const address = URL.canParse(text) ? new URL(text) : undefined;
  // A blob: address has the origin of the page that made it, and leads to that page's memory.
  const isWeb = address?.protocol === "https:" || address?.protocol === "http:";
  const isKnown = isWeb && host.options.backend.assetOrigins?.includes(address.origin);
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
    const { backend } = host.options;
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
      const type = response.headers.get("content-type") ?? "";
      const length = Number(response.headers.get("content-length"));
      const isPicture =
        response.status === 200 && pictureType.test(type) && length <= host.limits.assetBytes;
      if (!isPicture || !response.body) {
        await response.body?.cancel();
        if (response.status === 404 || response.status === 410) throw new EaselError("not_found");
        throw new EaselError(response.status >= 500 ? "upstream_unavailable" : "bad_answer");
      }
      return new Response(capped(response.body, host.limits.assetBytes, asked), {
        // Without a name of its own, so that a link's download attribute gives it one.
        headers: { ...safeHeaders, "content-type": type, "content-disposition": "attachment" },
      });
    });
  },
};

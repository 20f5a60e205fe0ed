import { EaselError } from "../../protocol/EaselError.ts";
import type { Report } from "../events/handlerEvent.ts";
import { OwnError } from "../events/ownError.ts";
import { readBytes } from "./readBytes.ts";

/** Returns a request's body as a stream, even in Firefox, which doesn't support `Request.body`. */
const streamOf = async (request: Request): Promise<Request["body"]> =>
  "body" in request ? request.body : (await (request as Request).blob()).stream();

/** Returns the body. @throws EaselError `too_large` if it exceeds `maxBytes`; `invalid_request` if it is incomplete */
export async function readBody(
  report: Report,
  request: Request,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (request.bodyUsed) {
    const cause = new OwnError(
      "The request body was already read, so the handler can't read it. In authorize, read the body from request.clone() instead.",
    );
    report({ type: "error", where: "authorize", cause });
    throw new EaselError("internal", { charged: "no", retry: "never", cause });
  }
  if (Number(request.headers.get("content-length")) > maxBytes) throw new EaselError("too_large");
  const bytes = await streamOf(request)
    .then((body) => readBytes(body, maxBytes))
    .catch((cause: unknown) => {
      throw new EaselError("invalid_request", { message: "Incomplete body.", cause });
    });
  if (!bytes) throw new EaselError("too_large");
  return bytes;
}

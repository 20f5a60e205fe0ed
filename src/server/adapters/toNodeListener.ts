import type { RequestListener, ServerResponse } from "node:http";
import { EaselError } from "../../protocol/EaselError.ts";
import { drainBody } from "../http/drainBody.ts";
import { errorResponse } from "../http/respond.ts";
import { sendResponse } from "./sendResponse.ts";
import { checkTarget, toRequest, type MountedRequest } from "./toRequest.ts";

export interface NodeListenerOptions {
  /** Whether to trust `Forwarded` and `X-Forwarded-*`. Enable only behind a proxy that sets them. @default false */
  readonly trustProxy?: boolean | undefined;
}

/**
 * Creates a request listener for node:http, Connect, and Express. It also works if a body parser runs first.
 *
 * @example
 * app.use("/api/easel", toNodeListener(handler));
 */
export function toNodeListener(
  handler: (request: Request) => Promise<Response>,
  { trustProxy = false }: NodeListenerOptions = {},
): RequestListener {
  async function answer(incoming: MountedRequest, outgoing: ServerResponse): Promise<void> {
    let request: Request | undefined;
    const refuse = async (error: EaselError): Promise<void> => {
      if (request) await drainBody(request);
      await sendResponse(incoming, outgoing, errorResponse(error), request);
    };
    try {
      request = toRequest(incoming, outgoing, trustProxy);
      checkTarget(incoming, request);
    } catch (cause) {
      await refuse(EaselError.is(cause) ? cause : new EaselError("invalid_request", { cause }));
      return;
    }
    try {
      await sendResponse(incoming, outgoing, await handler(request), request);
    } catch (cause) {
      if (outgoing.headersSent) outgoing.destroy();
      else await refuse(new EaselError("internal", { cause }));
    }
  }

  return (incoming: MountedRequest, outgoing) => {
    // Connect and Express remove the mount path from `url`.
    if (incoming.originalUrl !== undefined) incoming.url = incoming.originalUrl;
    void answer(incoming, outgoing);
  };
}

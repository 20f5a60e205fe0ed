import { EaselError } from "../../protocol/EaselError.ts";
import { readPictureFacts } from "../../protocol/readPictureFacts.ts";
import type { HandlerRoute, RouteRequest } from "../handler/findRoute.ts";
import { readBody } from "../http/readBody.ts";
import { readForm } from "../http/readForm.ts";
import { jsonResponse } from "../http/respond.ts";
import { upstream } from "../limits/upstream.ts";
import { keepPrivateUpload } from "../security/privateUploads.ts";

const refuse = (message: string): never => {
  throw new EaselError("invalid_request", { message });
};

/**
 * Reads the file's bytes. A page of another site can send a form, or a body without a type, without a preflight. The other
 * types and any custom header need one, which is refused. So only these are accepted, and the check of `Origin` holds as for
 * every POST.
 */
async function readFile({ host, request }: RouteRequest): Promise<Uint8Array<ArrayBuffer>> {
  const { uploadBytes } = host.limits;
  const type = request.headers.get("content-type") ?? "";
  if (/^(image\/[\w.+-]+|application\/octet-stream)\s*(;|$)/i.test(type)) {
    return readBody(host, request, uploadBytes);
  }
  if (!/^multipart\/form-data\s*;/i.test(type) || !request.headers.has("x-easel-upload")) {
    return refuse(
      "Send the image's bytes as image/… or application/octet-stream, or a form with the header x-easel-upload: 1.",
    );
  }
  return readForm(host, request, uploadBytes);
}

/** Reads the uploaded image, with the type that its bytes have. */
async function readImage(visit: RouteRequest): Promise<Blob> {
  const { uploadPixels } = visit.host.limits;
  const bytes = await readFile(visit);
  const facts = readPictureFacts(bytes);
  if (!facts) throw new EaselError("not_a_picture");
  const pixels = facts.width * facts.height;
  if (pixels > uploadPixels) {
    throw new EaselError("too_large", {
      message: `The image has ${pixels} pixels, and at most ${uploadPixels} are allowed.`,
    });
  }
  return new Blob([bytes], { type: facts.type });
}

/** Uploads an image for use as an input to the service. Costs nothing. */
export const uploadRoute: HandlerRoute = {
  path: "upload",
  verb: "POST",
  async answer(visit) {
    const { host, request, caller } = visit;
    const { backend } = host;
    if (!backend.uploadImage) throw new EaselError("not_found");
    const { signal } = request;
    const send = (image: Blob) =>
      upstream(host, "upload", async () => backend.uploadImage?.(image, { signal }));
    const uploaded = await host
      .readUpload(caller, signal, async () => {
        const image = await readImage(visit);
        return host.sendUpload(caller, signal, () => send(image));
      })
      .catch((error: unknown) => {
        if (!EaselError.is(error)) throw error;
        // An upload is free, also one whose outcome is unknown.
        const { code, message, retry, retryAt } = error;
        throw new EaselError(code, { message, retry, retryAt, charged: "no", cause: error });
      });
    await keepPrivateUpload(host, visit.userId, String(uploaded?.url)).catch((cause: unknown) => {
      host.report({ type: "error", where: "store", cause });
    });
    return jsonResponse({ url: uploaded?.url });
  },
};

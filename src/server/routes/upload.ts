import { EaselError } from "../../protocol/EaselError.ts";
import { readImageHeader } from "../../protocol/readImageHeader.ts";
import type { HandlerCore, ServiceAccess } from "../core/createCore.ts";
import { readBody } from "../http/readBody.ts";
import { readForm } from "../http/readForm.ts";
import { jsonResponse } from "../http/respond.ts";
import { createConcurrencyLimit } from "../limits/createConcurrencyLimit.ts";
import type { PrivateUploads } from "../security/createPrivateUploads.ts";
import { tryStore } from "../stores/tryStore.ts";
import type { HandlerRoute } from "./handlerRoute.ts";

/**
 * Returns the uploaded image. Requires a content type or header that pages on other sites can send only after a CORS
 * preflight, which the handler refuses.
 */
async function readImage(
  { limits, report }: Pick<HandlerCore, "limits" | "report">,
  request: Request,
): Promise<Blob> {
  const { uploadBytes, uploadPixels } = limits;
  const type = request.headers.get("content-type") ?? "";
  const isFile = /^(image\/[\w.+-]+|application\/octet-stream)\s*(;|$)/i.test(type);
  const isForm = /^multipart\/form-data\s*;/i.test(type) && request.headers.has("x-easel-upload");
  if (!isFile && !isForm) {
    throw new EaselError("invalid_request", {
      message:
        "Send the image's bytes with the content type image/* or application/octet-stream, or send multipart/form-data with the header x-easel-upload: 1.",
    });
  }
  const bytes = await (isFile ? readBody : readForm)(report, request, uploadBytes);
  const facts = readImageHeader(bytes);
  if (!facts) throw new EaselError("not_a_picture");
  const pixels = facts.width * facts.height;
  if (pixels > uploadPixels) {
    throw new EaselError("too_large", {
      message: `The image has ${pixels} pixels, but at most ${uploadPixels} are allowed.`,
    });
  }
  return new Blob([bytes], { type: facts.type });
}

/** Rethrows an error as not charged, because uploads are free even if their outcome is unknown. */
function asFree(error: unknown): never {
  throw EaselError.is(error) ? error.with({ charged: "no" }) : error;
}

export function uploadRoute(
  core: ServiceAccess & Pick<HandlerCore, "limits" | "report">,
  privateUploads: PrivateUploads,
): HandlerRoute {
  const { backend, callService, report } = core;
  // No total limit, so that one user's slow uploads don't delay other users.
  const readLimit = createConcurrencyLimit({ total: Infinity, perCaller: 4 });
  // Limited, because an upload uses several times its size in memory.
  const sendLimit = createConcurrencyLimit({ total: 4, perCaller: 2 });
  return {
    path: "upload",
    verb: "POST",
    async answer({ request, user, caller }) {
      if (!backend.uploadImage) throw new EaselError("not_found");
      const { signal } = request;
      const send = (image: Blob) =>
        callService("upload", async () => backend.uploadImage?.(image, { signal }));
      const uploaded = await readLimit(caller, signal, async () => {
        const image = await readImage(core, request);
        return sendLimit(caller, signal, () => send(image));
      }).catch(asFree);
      await tryStore(report, () => privateUploads.keep(user.userId, String(uploaded?.url)));
      return jsonResponse({ url: uploaded?.url });
    },
  };
}

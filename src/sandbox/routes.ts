import { json, refuse } from "./answers.ts";
import { isBody } from "./checkInput.ts";
import { readDataUrl } from "./dataUrl.ts";
import type { SandboxStep } from "./matchRoute.ts";
import { answerResult, answerStatus } from "./readJob.ts";
import { runBlocking } from "./runBlocking.ts";
import type { Reply, Service, Visit } from "./service.ts";
import { submitRun } from "./submitRun.ts";

function readCredits({ account }: Service): Reply {
  return { response: json(200, { credits: account.credits, "free-credits": 0 }) };
}

/** Takes inputs in as data URLs, and gives each an address that a model can fetch. */
function uploadAssets({ files }: Service, { body, now }: Visit): Reply {
  const given: unknown = isBody(body) ? body["data_urls"] : undefined;
  const assets = (Array.isArray(given) ? given : []).map((url: unknown) =>
    typeof url === "string" ? readDataUrl(url) : undefined,
  );
  if (assets.length === 0 || assets.includes(undefined)) {
    return { response: refuse("bad-request", "data_urls must be a list of base64 data URLs") };
  }
  return {
    response: json(200, {
      file_urls: assets.flatMap((asset) => (asset ? files.upload(asset, now) : [])),
    }),
  };
}

/** Serves an image or an upload without a key, to any page. */
async function readFile({ images }: Service, { id, now }: Visit): Promise<Reply> {
  const file = await images.read(id, now);
  const open = { "access-control-allow-origin": "*" };
  return {
    response: file
      ? new Response(file.bytes, {
          headers: {
            ...open,
            "content-type": file.contentType,
            "content-length": String(file.bytes.length),
            // An upload may be any file: opened on its own, it must not run as a page of this origin.
            "content-security-policy": "sandbox",
            "x-content-type-options": "nosniff",
            "cache-control": "public, max-age=604800, immutable",
          },
        })
      : json(404, { error: "File not found" }, open),
  };
}

export const routes: Readonly<
  Record<SandboxStep, (service: Service, visit: Visit) => Reply | Promise<Reply>>
> = {
  submit: submitRun,
  status: answerStatus,
  result: answerResult,
  generate: runBlocking,
  credits: readCredits,
  upload: uploadAssets,
  file: readFile,
};

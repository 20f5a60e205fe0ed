import { acceptRun } from "./acceptRun.ts";
import { json, refuse } from "./answers.ts";
import { isBody } from "./checkInput.ts";
import type { Reply, Service, Visit } from "./createService.ts";
import { readDataUrl } from "./dataUrl.ts";
import type { SandboxStep } from "./matchRoute.ts";
import { cancelRun, describeJob } from "./readJob.ts";
import { jobAddresses, withExtras } from "./recordBody.ts";
import { runBlocking } from "./runBlocking.ts";

type Answer = (service: Service, visit: Visit) => Reply | Promise<Reply>;

function submitRun(service: Service, visit: Visit): Reply {
  const job = acceptRun(service, visit);
  if (job instanceof Response) return { response: job };
  const body = {
    request_id: job.requestId,
    status: "QUEUED",
    ...jobAddresses(job, visit.url.origin),
  };
  return {
    response: json(200, withExtras(job, body)),
    billed: job.cost > 0,
    requestId: job.requestId,
  };
}

const answerJob =
  (withImages: boolean): Answer =>
  async (service, visit) => ({
    response: await describeJob(service, visit, withImages),
    requestId: visit.id,
  });

function readCredits({ account }: Service): Reply {
  return { response: json(200, { credits: account.credits, "free-credits": 0 }) };
}

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
            // An upload can be any file, even HTML, which must not run as a page on this origin.
            "content-security-policy": "sandbox",
            "x-content-type-options": "nosniff",
            "cache-control": "public, max-age=604800, immutable",
          },
        })
      : json(404, { error: "File not found" }, open),
  };
}

export const routes: Readonly<Record<SandboxStep, Answer>> = {
  submit: submitRun,
  status: answerJob(false),
  result: answerJob(true),
  cancel: (service, visit) => ({ response: cancelRun(service, visit), requestId: visit.id }),
  generate: runBlocking,
  credits: readCredits,
  upload: uploadAssets,
  file: readFile,
};

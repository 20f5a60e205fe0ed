import type { HandlerCore } from "../core/createCore.ts";
import { createJobBodies } from "../jobs/createJobBodies.ts";
import { createJobReader } from "../jobs/createJobReader.ts";
import { createSubmitRecords } from "../jobs/createSubmitRecords.ts";
import { assetRoute } from "../routes/asset.ts";
import { configRoute } from "../routes/config.ts";
import { creditsRoute } from "../routes/credits.ts";
import { eventsRoute } from "../routes/events.ts";
import type { HandlerRoute } from "../routes/handlerRoute.ts";
import { healthRoute } from "../routes/health.ts";
import { cancelRoute, resultRoute, statusRoute } from "../routes/job.ts";
import { submitRoute } from "../routes/submit.ts";
import { uploadRoute } from "../routes/upload.ts";
import { createPrivateUploads } from "../security/createPrivateUploads.ts";
import { createJobSender } from "../submit/createJobSender.ts";

export function createRoutes(core: HandlerCore): readonly HandlerRoute[] {
  const { basePath, hooks, store, ticketLifeMs } = core;
  const submitRecords = createSubmitRecords(core);
  const privateUploads = createPrivateUploads(store, ticketLifeMs);
  const readJob = createJobReader(core, submitRecords);
  const job = { ...core, jobBodies: createJobBodies(basePath, hooks.expose), readJob };
  return [
    submitRoute(job, createJobSender(core, readJob, submitRecords, privateUploads)),
    statusRoute(job),
    cancelRoute(job),
    eventsRoute(job),
    resultRoute(job),
    assetRoute(core),
    uploadRoute(core, privateUploads),
    configRoute(core),
    creditsRoute(core),
    healthRoute(core),
  ];
}

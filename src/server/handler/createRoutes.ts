import { isFinalState } from "../../protocol/jobState.ts";
import { createCreditsReader } from "../jobs/createCreditsReader.ts";
import { createEndReporter } from "../jobs/createEndReporter.ts";
import { createJobBodies } from "../jobs/createJobBodies.ts";
import { createJobEntries } from "../jobs/createJobEntries.ts";
import { createJobReader, type ReadJob } from "../jobs/createJobReader.ts";
import { createJobWatchers } from "../jobs/createJobWatchers.ts";
import { createLargeResults } from "../jobs/createLargeResults.ts";
import { createPollHistories } from "../jobs/createPollHistories.ts";
import { createPollPlanner } from "../jobs/createPollPlanner.ts";
import { createSubmitRecords, type SubmitRecords } from "../jobs/createSubmitRecords.ts";
import { createUnknownStateReport } from "../jobs/jobContext.ts";
import { createConcurrencyLimit } from "../limits/createConcurrencyLimit.ts";
import { createSlots } from "../limits/createSlots.ts";
import { createStreamCount } from "../limits/createStreamCount.ts";
import type { HandlerOptions } from "../options/handlerOptions.ts";
import { assetRoute } from "../routes/asset.ts";
import { configRoute } from "../routes/config.ts";
import { creditsRoute } from "../routes/credits.ts";
import { eventsRoute } from "../routes/events.ts";
import type { HandlerRoute } from "../routes/handlerRoute.ts";
import { healthRoute } from "../routes/health.ts";
import { resultRoute, statusRoute } from "../routes/job.ts";
import { submitRoute } from "../routes/submit.ts";
import { uploadRoute } from "../routes/upload.ts";
import { createAddressResolver } from "../security/createAddressResolver.ts";
import { createPrivateUploads, type PrivateUploads } from "../security/createPrivateUploads.ts";
import { createSlowTextCheck } from "../security/createSlowTextCheck.ts";
import { createAttempts } from "../submit/createAttempts.ts";
import { createJobSender, type SendJob } from "../submit/createJobSender.ts";
import { createSubmitHooks, hookTimeoutMs } from "../submit/createSubmitHooks.ts";
import type { HandlerCore } from "./createCore.ts";

function createReader(core: HandlerCore, submitRecords: SubmitRecords): ReadJob {
  const { clock, report, store } = core;
  const histories = createPollHistories(store, report);
  return createJobReader({
    ...core,
    endReporter: createEndReporter({ ...core, submitRecords }),
    entries: createJobEntries(store, clock),
    histories,
    largeResults: createLargeResults(),
    planPoll: createPollPlanner({ ...core, histories }),
    reportUnknownState: createUnknownStateReport(report),
  });
}

function createSender(
  core: HandlerCore,
  {
    privateUploads,
    readJob,
    submitRecords,
  }: {
    readonly privateUploads: PrivateUploads;
    readonly readJob: ReadJob;
    readonly submitRecords: SubmitRecords;
  },
): SendJob {
  const acquireSlot = createSlots({
    ...core,
    jobsAtOnce: core.limits.jobsAtOnce,
    async hasEnded(job) {
      const { record } = await readJob("status", job, new AbortController(), hookTimeoutMs);
      return isFinalState(record.state);
    },
  });
  return createJobSender({
    ...core,
    acquireSlot,
    resolveAddresses: createAddressResolver({ ...core, privateUploads }),
    submitRecords,
    withSubmitHooks: createSubmitHooks(core),
  });
}

export function createRoutes(
  core: HandlerCore,
  { expose, assetPolicy }: HandlerOptions,
): readonly HandlerRoute[] {
  const { backend, basePath, limits, store, storeCheck, ticketLifeMs, writeBack } = core;
  const submitRecords = createSubmitRecords(core);
  const privateUploads = createPrivateUploads(store, ticketLifeMs);
  const readJob = createReader(core, submitRecords);
  const job = { ...core, jobBodies: createJobBodies(basePath, expose), readJob };
  const showsCredits = expose?.credits === true && backend.getCredits !== undefined;
  return [
    submitRoute({
      ...job,
      attempts: createAttempts(store, writeBack, storeCheck),
      bodyBytes: limits.bodyBytes,
      findSlowText: createSlowTextCheck(),
      sendJob: createSender(core, { privateUploads, readJob, submitRecords }),
    }),
    statusRoute(job),
    eventsRoute({
      ...job,
      openStream: createStreamCount(limits.streamsAtOnce),
      watchJob: createJobWatchers(),
    }),
    resultRoute(job),
    assetRoute({ ...core, maxBytes: limits.assetBytes, policy: assetPolicy }),
    uploadRoute({
      ...core,
      privateUploads,
      readLimit: createConcurrencyLimit({ total: Infinity, perCaller: 4 }),
      sendLimit: createConcurrencyLimit({ total: 4, perCaller: 2 }),
    }),
    configRoute({
      ...core,
      hasUploads: backend.uploadImage !== undefined,
      showsCost: expose?.cost === true,
      showsCredits,
    }),
    creditsRoute({
      isExposed: showsCredits,
      readCredits: createCreditsReader({ ...core, perMinute: limits.upstreamRequestsPerMinute }),
    }),
    healthRoute(core),
  ];
}

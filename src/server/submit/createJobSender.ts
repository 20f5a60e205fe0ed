import type { Model } from "../../models/defineModel.ts";
import { omitLocal } from "../../models/extendModel.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { isFinalState } from "../../protocol/jobState.ts";
import type { HandlerCore, HookCalls, ServiceAccess, StoreAccess } from "../core/createCore.ts";
import { toEaselError } from "../events/toEaselError.ts";
import { jobLifeMs } from "../jobs/createJobEntries.ts";
import type { ReadJob } from "../jobs/createJobReader.ts";
import type { SubmitRecords } from "../jobs/createSubmitRecords.ts";
import { createSlots } from "../limits/createSlots.ts";
import type { HandlerUser } from "../options/hookEvents.ts";
import { createAddressResolver } from "../security/createAddressResolver.ts";
import type { PrivateUploads } from "../security/createPrivateUploads.ts";
import { markOf } from "../security/createTickets.ts";
import type { Reservation } from "./createAttempts.ts";
import { createSubmitHooks, hookTimeoutMs, type SentJob } from "./createSubmitHooks.ts";
import { nameRejectedFields } from "./nameRejectedFields.ts";
import type { ValidInput } from "./priceOf.ts";
import { asUnsent } from "./readSubmitRequest.ts";

export type SendJob = ReturnType<typeof createJobSender>;

interface Sender {
  readonly request: Request;
  readonly user: HandlerUser;
  readonly caller: string;
}

/** Throws if another submission received the same job ID. A cache in front of the service can repeat its responses. */
async function claimJob({ store, report }: StoreAccess, id: string, requestId: string) {
  const key = `owner:${requestId}`;
  let owner: string | undefined;
  try {
    owner = (await store.add(key, id, jobLifeMs)) ? id : await store.get(key);
  } catch (cause) {
    report({ type: "error", where: "store", cause });
  }
  if (owner !== undefined && owner !== id) {
    throw new EaselError("submit_unreadable", {
      message: "The service replied with the ID of another job.",
    });
  }
}

export function createJobSender(
  core: ServiceAccess &
    StoreAccess &
    HookCalls &
    Pick<HandlerCore, "basePath" | "clock" | "inputOrigins" | "limits" | "tickets">,
  readJob: ReadJob,
  submitRecords: SubmitRecords,
  privateUploads: PrivateUploads,
) {
  const { backend, callService, clock, report, tickets } = core;
  const resolveAddresses = createAddressResolver({ ...core, privateUploads });
  const withSubmitHooks = createSubmitHooks(core);
  const acquireSlot = createSlots(core, async (job) => {
    const { record } = await readJob("status", job, new AbortController(), hookTimeoutMs);
    return isFinalState(record.state);
  });

  /** Sends a reserved attempt even if the request aborts, because the ID of a charged job could otherwise be lost. */
  return async (
    sender: Sender,
    { id, startSending, retireId }: Reservation,
    model: Model,
    asked: ValidInput,
  ): Promise<SentJob> => {
    const { request, user, caller } = sender;
    const { userId } = user;
    let isSending = false;
    const errorOf = (thrown: unknown): EaselError => {
      const error = nameRejectedFields(toEaselError(report, "handler", thrown), model);
      return isSending ? error : asUnsent(error);
    };
    let slot: Awaited<ReturnType<typeof acquireSlot>>;

    async function send(input: ValidInput): Promise<SentJob> {
      const sent = await resolveAddresses({ request, userId }, model, omitLocal(model, input));
      const begin = (): Promise<void> => {
        // Set before `startSending`, which throws `submit_unknown` if another process has sent the attempt.
        isSending = true;
        return startSending();
      };
      const call = () => backend.submit(model.id, sent);
      const { requestId, state } = await callService("submit", call, { caller, begin });
      await claimJob(core, id, requestId);
      const submitted = { id, requestId, modelId: model.id, issuedAt: clock.now() };
      const ticket = await tickets.issue(submitted, userId);
      const job = { ...submitted, userId, mark: markOf(ticket) };
      await Promise.all([submitRecords.keep(job, input, user), slot?.keepFor(job)]);
      return { ticket, job, state };
    }

    try {
      slot = await acquireSlot(caller, userId);
      const submit = { id, request, user, model, input: asked, send, errorOf, retireId };
      return await withSubmitHooks(submit);
    } catch (thrown) {
      const error = errorOf(thrown);
      await (error.charged === "no" ? slot?.release() : slot?.keepForUnknown());
      throw error;
    }
  };
}

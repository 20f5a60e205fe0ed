import type { Model } from "../../models/defineModel.ts";
import { omitLocal } from "../../models/extendModel.ts";
import type { EaselError } from "../../protocol/EaselError.ts";
import type { JobState } from "../../protocol/jobState.ts";
import type { Backend } from "../backends/backend.ts";
import type { Report } from "../events/handlerEvent.ts";
import { toEaselError } from "../events/toEaselError.ts";
import { claimJob } from "../jobs/claimJob.ts";
import type { SubmitRecords } from "../jobs/createSubmitRecords.ts";
import type { CallService } from "../limits/createServiceCaller.ts";
import type { AcquiredSlot, AcquireSlot } from "../limits/createSlots.ts";
import type { HandlerUser } from "../options/hookEvents.ts";
import type { ResolveAddresses } from "../security/createAddressResolver.ts";
import { markOf, type TicketedJob, type Tickets } from "../security/createTickets.ts";
import type { SharedClock } from "../stores/createSharedClock.ts";
import type { Store } from "../stores/store.ts";
import type { Reservation } from "./createAttempts.ts";
import type { WithSubmitHooks } from "./createSubmitHooks.ts";
import { asUnsent } from "./readSubmitRequest.ts";

type Input = Readonly<Record<string, unknown>>;

export interface SentJob {
  readonly ticket: string;
  readonly job: TicketedJob;
  readonly state: JobState;
  readonly whenReported?: Promise<unknown>;
}

interface Sender {
  readonly request: Request;
  readonly user: HandlerUser;
  readonly userId: string;
  readonly caller: string;
}

/** Sends a reserved attempt. Not aborted with the request, because the job would be paid for and its id lost. */
export type SendJob = (
  sender: Sender,
  reservation: Reservation,
  asked: { readonly model: Model; readonly input: Input },
) => Promise<SentJob>;

interface JobSenderContext {
  readonly acquireSlot: AcquireSlot;
  readonly backend: Pick<Backend, "submit">;
  readonly callService: CallService;
  readonly clock: SharedClock;
  readonly report: Report;
  readonly resolveAddresses: ResolveAddresses;
  readonly store: Store;
  readonly submitRecords: SubmitRecords;
  readonly tickets: Tickets;
  readonly withSubmitHooks: WithSubmitHooks;
}

export function createJobSender(context: JobSenderContext): SendJob {
  const { acquireSlot, backend, callService, clock, report, tickets } = context;
  const { resolveAddresses, store, submitRecords, withSubmitHooks } = context;

  return async (sender, { id, startSending, retireId }, { model, input: asked }) => {
    const { request, user, userId, caller } = sender;
    let isSending = false;
    const errorOf = (thrown: unknown): EaselError => {
      const error = toEaselError(report, "handler", thrown);
      return isSending ? error : asUnsent(error);
    };
    let slot: AcquiredSlot | undefined;

    async function send(input: Input): Promise<SentJob> {
      const sent = await resolveAddresses(sender, model, omitLocal(model, input));
      const begin = (): Promise<void> => {
        // Set before the call, which throws `submit_unknown` where another process has sent the attempt.
        isSending = true;
        return startSending();
      };
      const call = () => backend.submit(model.id, sent, {});
      const { requestId, state } = await callService("submit", call, { caller, begin });
      await claimJob({ store, report }, id, requestId);
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

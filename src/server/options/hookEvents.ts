import type { EaselError } from "../../protocol/EaselError.ts";
import type { Charged } from "../../protocol/errorTable.ts";
import type { JobEndState } from "../../protocol/jobState.ts";
import type { JobImage } from "../../protocol/readOutput.ts";
import type { HandlerUser } from "./handlerUser.ts";

/** A job that is about to be submitted, and paid for. */
export interface JobRequest<User extends HandlerUser = HandlerUser> {
  /** A UUID, the job's primary key in your own records: `onJobEnd` and `readTicket` give the same one. */
  readonly id: string;
  /** The browser's request, for its headers and cookies. Its body has been read: `input` is what it held. */
  readonly request: Request;
  /** What `authorize` returned. */
  readonly user: User;
  readonly modelId: string;
  /** Validated, with every default filled in. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The model's `price` of it, in the service's credits: a finite number, 0 or more. Undefined for a model without one. */
  readonly estimate?: number;
}

/** What came of a submit. */
export type SubmitOutcome =
  | {
      /** The service has the job, and charges for it. `onJobEnd` follows when it is seen to end. */
      readonly outcome: "taken";
      /** The service's own ID, as in `onJobEnd`. */
      readonly requestId: string;
    }
  | {
      /**
       * - `refused`: nothing was charged, because the submit was refused or never sent. Release what you reserved.
       * - `unknown`: the service may have taken the job, and no ID arrived. It isn't sent again, and `onJobEnd` never follows.
       */
      readonly outcome: "refused" | "unknown";
      readonly error: EaselError;
    };

/** The end of a submit, with what `beforeSubmit` got: `id`, `user`, `modelId`, `input` and `estimate`. */
export type SubmitEnd<User extends HandlerUser = HandlerUser> = Omit<JobRequest<User>, "request"> &
  SubmitOutcome;

/** A job that has reached a final state. */
export interface EndedJob<User extends HandlerUser = HandlerUser> {
  /** The same as in `beforeSubmit` and from `readTicket`: write by it, so that a second call changes nothing. */
  readonly id: string;
  /** The service's own id. Browsers never see it as such. */
  readonly requestId: string;
  /**
   * What `authorize` returned when the job was submitted, after a round trip through JSON. Only `userId` where the store
   * has lost the rest: a memory store after a restart.
   */
  readonly user: HandlerUser & Partial<User>;
  readonly modelId: string;
  readonly state: JobEndState;
  /**
   * The validated input, as `beforeSubmit` left it, with the model's `local` fields, which are not sent to the service.
   * Undefined where the store has lost it.
   */
  readonly input: Readonly<Record<string, unknown>> | undefined;
  /** Names in the input whose values were too large to keep, such as an image as a data URL. */
  readonly omitted: readonly string[];
  /** The service's addresses, which expire when its files do, or data URLs. Empty unless `state` is `completed`. */
  readonly images: readonly JobImage[];
  /** The answer of a model that answers with text. */
  readonly text?: string;
  readonly charged: Charged;
  /** In the service's credits; undefined where the service doesn't say. */
  readonly cost?: number;
  /** What is left on the account. */
  readonly remainingCredits?: number;
  /** Why there is no result. */
  readonly error?: EaselError;
}

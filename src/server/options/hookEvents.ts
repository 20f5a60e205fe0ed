import type { EaselError } from "../../protocol/EaselError.ts";
import type { Charged } from "../../protocol/errorTable.ts";
import type { JobEndState } from "../../protocol/jobState.ts";
import type { JobImage } from "../../protocol/readOutput.ts";

export interface JobRequest<User extends HandlerUser = HandlerUser> {
  /** UUID for your own records. It is the same in `onJobEnd` and `readTicket`. */
  readonly id: string;
  readonly request: Request;
  readonly user: User;
  readonly modelId: string;
  /** Validated input, including defaults. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The model's `price`, in the service's credits. Undefined for a model without a price. */
  readonly estimate?: number;
}

export type SubmitOutcome =
  | {
      /** The job is charged. `onJobEnd` is called later. */
      readonly outcome: "taken";
      readonly requestId: string;
    }
  | {
      /** `refused`: not charged. `unknown`: the service may have accepted the job. `onJobEnd` isn't called. */
      readonly outcome: "refused" | "unknown";
      readonly error: EaselError;
    };

export type SubmitEnd<User extends HandlerUser = HandlerUser> = Omit<JobRequest<User>, "request"> &
  SubmitOutcome;

export interface EndedJob<User extends HandlerUser = HandlerUser> {
  /** Key for your records, so that a second call has no effect. */
  readonly id: string;
  readonly requestId: string;
  /** Result of `authorize` for the submit, as JSON. Only `userId` if the other fields weren't stored or were lost. */
  readonly user: HandlerUser & Partial<User>;
  readonly modelId: string;
  readonly state: JobEndState;
  /** The input after `beforeSubmit`, including `local` fields. Undefined if the store has lost it. */
  readonly input: Readonly<Record<string, unknown>> | undefined;
  readonly omitted: readonly string[];
  /** The images, as URLs from the service that expire, or as data URLs. Empty unless `state` is `completed`. */
  readonly images: readonly JobImage[];
  readonly text?: string;
  readonly charged: Charged;
  readonly cost?: number;
  readonly remainingCredits?: number;
  readonly error?: EaselError;
}

/** User that `authorize` returns. With `authorize: "public"`, it is `{ userId: "public" }`. */
export interface HandlerUser {
  readonly userId: string;
}

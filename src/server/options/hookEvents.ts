import type { EaselError } from "../../protocol/EaselError.ts";
import type { Charged } from "../../protocol/errorTable.ts";
import type { JobEndState } from "../../protocol/jobState.ts";
import type { JobImage } from "../../protocol/readOutput.ts";

export interface JobRequest<User extends HandlerUser = HandlerUser> {
  /** UUID of the job for your own records. It's the same in `onJobEnd` and `readTicket`. */
  readonly id: string;
  readonly request: Request;
  readonly user: User;
  readonly modelId: string;
  /** Validated input, including defaults. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Price of the job in the service's credits, as returned by the model's `price`. Undefined without a `price`. */
  readonly estimate?: number;
}

export type SubmitOutcome =
  | {
      /** The job was accepted and is charged. `onJobEnd` is called later. */
      readonly outcome: "taken";
      readonly requestId: string;
    }
  | {
      /** `refused`: not charged. `unknown`: the job may have been accepted. In both cases, `onJobEnd` isn't called. */
      readonly outcome: "refused" | "unknown";
      readonly error: EaselError;
    };

export type SubmitEnd<User extends HandlerUser = HandlerUser> = Omit<JobRequest<User>, "request"> &
  SubmitOutcome;

export interface EndedJob<User extends HandlerUser = HandlerUser> {
  /** ID from `beforeSubmit`. Use it as the key of your record, so that a repeated call of the hook has no effect. */
  readonly id: string;
  readonly requestId: string;
  /**
   * User that `authorize` returned for the submit, after a JSON round trip. Contains only `userId` if the other fields
   * weren't stored or were lost.
   */
  readonly user: HandlerUser & Partial<User>;
  readonly modelId: string;
  readonly state: JobEndState;
  /** Input as changed by `beforeSubmit`, including `local` fields. Undefined if the store has lost it. */
  readonly input: Readonly<Record<string, unknown>> | undefined;
  readonly omitted: readonly string[];
  /** Images, whose URLs are data URLs or expiring URLs from the service. Empty unless `state` is `completed`. */
  readonly images: readonly JobImage[];
  readonly text?: string;
  readonly charged: Charged;
  readonly cost?: number;
  readonly remainingCredits?: number;
  readonly error?: EaselError;
}

/** User that `authorize` returns. With `authorize: "public"`, the user is `{ userId: "public" }`. */
export interface HandlerUser {
  readonly userId: string;
}

import type { EaselError } from "../../protocol/EaselError.ts";
import type { Charged } from "../../protocol/errorTable.ts";
import type { JobEndState } from "../../protocol/jobState.ts";
import type { JobImage } from "../../protocol/readOutput.ts";

export interface JobRequest<User extends HandlerUser = HandlerUser> {
  /** A UUID for your own records, the same in `onJobEnd` and from `readTicket`. */
  readonly id: string;
  readonly request: Request;
  readonly user: User;
  readonly modelId: string;
  /** Validated, with defaults. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The model's `price` in the service's credits. Undefined for a model without one. */
  readonly estimate?: number;
}

export type SubmitOutcome =
  | {
      /** Charged. `onJobEnd` follows. */
      readonly outcome: "taken";
      readonly requestId: string;
    }
  | {
      /** `refused`: not charged. `unknown`: the service may have accepted it; `onJobEnd` doesn't follow. */
      readonly outcome: "refused" | "unknown";
      readonly error: EaselError;
    };

export type SubmitEnd<User extends HandlerUser = HandlerUser> = Omit<JobRequest<User>, "request"> &
  SubmitOutcome;

export interface EndedJob<User extends HandlerUser = HandlerUser> {
  /** Write by it, so that a second call changes nothing. */
  readonly id: string;
  readonly requestId: string;
  /** The result of `authorize` at the submit, as JSON. Only `userId` where the store has lost the rest. */
  readonly user: HandlerUser & Partial<User>;
  readonly modelId: string;
  readonly state: JobEndState;
  /** The input as `beforeSubmit` left it, with `local` fields. Undefined where the store has lost it. */
  readonly input: Readonly<Record<string, unknown>> | undefined;
  readonly omitted: readonly string[];
  /** The service's addresses, which expire, or data URLs. Empty unless `state` is `completed`. */
  readonly images: readonly JobImage[];
  readonly text?: string;
  readonly charged: Charged;
  readonly cost?: number;
  readonly remainingCredits?: number;
  readonly error?: EaselError;
}

/** `{ userId: "public" }` with `authorize: "public"`. */
export interface HandlerUser {
  readonly userId: string;
}

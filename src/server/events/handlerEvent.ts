import type { EaselErrorCode } from "../../protocol/errorTable.ts";

export type UpstreamCall =
  | "submit"
  | "status"
  | "result"
  | "cancel"
  | "credits"
  | "asset"
  | "upload";

/**
 * Event for logs and metrics. Only `cause` can contain secrets, prompts, or the service's job IDs. `job` is the same in
 * all events of a job, but reveals neither the job's ticket nor its ID.
 */
export type HandlerEvent =
  | {
      readonly type: "submit";
      readonly model: string;
      /** Whether the request repeated an earlier attempt and received its response without another charge. */
      readonly repeated: boolean;
      readonly job: string;
    }
  | {
      readonly type: "upstream";
      readonly call: UpstreamCall;
      readonly ms: number;
      readonly job?: string;
      readonly code?: EaselErrorCode;
    }
  | {
      /** The call wasn't sent because of the account's rate limit or because the service requested a pause. */
      readonly type: "held";
      readonly call: UpstreamCall;
      readonly job?: string;
      readonly retryAt: number;
    }
  | {
      readonly type: "cache";
      readonly part: "status" | "result";
      readonly job: string;
    }
  | {
      readonly type: "refused";
      readonly route: string;
      readonly status: number;
      readonly code: EaselErrorCode;
      /** Message for the developer. Present for `not_configured`, `cross_site`, and `not_found` outside `basePath`. */
      readonly detail?: string;
    }
  | {
      /** `onJobEnd` failed and won't be retried. Find the job in your records by `id`, and handle its end yourself. */
      readonly type: "abandoned";
      readonly hook: "onJobEnd";
      readonly id: string;
      readonly model: string;
      readonly tries: number;
      readonly job: string;
    }
  | {
      /** Repeating an attempt may cause a second charge, because the store evicts entries or has lost some. */
      readonly type: "at_risk";
      readonly reason: string;
    }
  | {
      readonly type: "error";
      readonly where:
        | "authorize"
        | "clientKey"
        | "beforeSubmit"
        | "onSubmitEnd"
        | "onJobEnd"
        | "price"
        | "pollDelay"
        | "onEvent"
        | "backend"
        | "store"
        | "handler";
      readonly cause: unknown;
    };

export type Report = (event: HandlerEvent) => void;

export type ErrorSource = Extract<HandlerEvent, { readonly type: "error" }>["where"];

import type { EaselErrorCode } from "../../protocol/errorTable.ts";

export type UpstreamCall = "submit" | "status" | "result" | "credits" | "asset" | "upload";

/**
 * Event for logs and metrics. Only `cause` can contain secrets, prompts, or service IDs. `job` is the same in all
 * events of a job, but reveals neither its ticket nor its ID.
 */
export type HandlerEvent =
  | {
      readonly type: "submit";
      readonly model: string;
      /** True if a repeat of an earlier attempt received the first response without another charge. */
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
      /** A call wasn't sent because of the account's limit or a pause that the service requested. */
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
      /** `onJobEnd` failed and won't be retried. Find the job in your records by `id`, and complete it yourself. */
      readonly type: "abandoned";
      readonly hook: "onJobEnd";
      readonly id: string;
      readonly model: string;
      readonly tries: number;
      readonly job: string;
    }
  | {
      /** A repeated attempt may be charged twice, because the store evicts entries or has lost some. */
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

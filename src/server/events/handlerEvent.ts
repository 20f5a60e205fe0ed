import type { EaselErrorCode } from "../../protocol/errorTable.ts";

/** What the service is asked for. */
export type UpstreamCall = "submit" | "status" | "result" | "credits" | "asset" | "upload";

/**
 * What happens in the handler, to be logged or counted. No event holds a key, a secret, a prompt or a service's id: `job` is
 * a mark that tells jobs apart and is good for nothing else. Only `abandoned` names a job by the host's own id.
 */
export type HandlerEvent =
  | {
      readonly type: "submit";
      readonly model: string;
      /** An attempt that had been sent before, answered from the store: nothing was paid. */
      readonly repeated: boolean;
      readonly job: string;
    }
  | {
      readonly type: "upstream";
      readonly call: UpstreamCall;
      /** How long the service took, in milliseconds. */
      readonly ms: number;
      readonly job?: string;
      /** What went wrong, when something did. */
      readonly code?: EaselErrorCode;
    }
  | {
      /** Not sent to the service: the account's requests are used up, or the service wants none just now. */
      readonly type: "held";
      readonly call: UpstreamCall;
      readonly job?: string;
      /** When it may be sent, in milliseconds since 1970. */
      readonly retryAt: number;
    }
  | {
      /** Answered without a call to the service, or by one that another had begun. */
      readonly type: "cache";
      readonly part: "status" | "result";
      readonly job: string;
    }
  | {
      /** Answered with an error. */
      readonly type: "refused";
      /** The pattern of the route, such as `v2/requests/:ticket`. */
      readonly route: string;
      readonly status: number;
      readonly code: EaselErrorCode;
      /**
       * For the developer, where the host's configuration is the reason: what is missing (`not_configured`), what was
       * compared (`cross_site`), or the path that the handler expects (`not_found` outside of `basePath`).
       */
      readonly detail?: string;
    }
  | {
      /**
       * `onJobEnd` failed as often as it is called, and isn't called again for this job. Each failure was reported as an
       * `error` before. Find the job in your records by `id`, and finish it yourself.
       */
      readonly type: "abandoned";
      readonly hook: "onJobEnd";
      /** The id of `beforeSubmit` and `onJobEnd`. */
      readonly id: string;
      readonly model: string;
      /** How often it was called. */
      readonly tries: number;
      readonly job: string;
    }
  | {
      /**
       * A repeated attempt may be paid for twice, because the store evicts entries or has lost some. Reported once for each
       * reason, and for each loss.
       */
      readonly type: "at_risk";
      /** For the developer. */
      readonly reason: string;
    }
  | {
      readonly type: "error";
      /** Where it arose; all but `backend`, `store` and `handler` are the host's own functions. */
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
      /** What was thrown. It may say more than a browser should see. */
      readonly cause: unknown;
    };

export type Report = (event: HandlerEvent) => void;

export type ErrorSource = Extract<HandlerEvent, { readonly type: "error" }>["where"];

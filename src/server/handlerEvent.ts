import type { EaselErrorCode } from "../protocol/index.ts";

/** What happens in the handler, to be logged or counted. No event holds a key, a secret, a prompt or an id. */
export type HandlerEvent =
  | {
      readonly type: "submit";
      readonly model: string;
      /** An attempt that had been sent before, answered from the store: nothing was paid. */
      readonly repeated: boolean;
    }
  | {
      readonly type: "upstream";
      readonly call: "submit" | "status" | "result" | "credits" | "asset";
      /** How long the service took, in milliseconds. */
      readonly ms: number;
      /** What went wrong, when something did. */
      readonly code?: EaselErrorCode;
    }
  | {
      /** Answered with an error. */
      readonly type: "refused";
      /** The pattern of the route, such as `v2/requests/:ticket`. */
      readonly route: string;
      readonly status: number;
      readonly code: EaselErrorCode;
    }
  | {
      readonly type: "error";
      /** Where it arose; all but `handler` and `store` are the host's own functions. */
      readonly where: "authorize" | "beforeSubmit" | "afterResult" | "store" | "handler";
      /** What was thrown. It may say more than a browser should see. */
      readonly cause: unknown;
    };

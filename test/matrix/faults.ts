import type { SandboxFault } from "react-easel/sandbox";

export type Step = "submit" | "status" | "result" | "events";

/** Place of a fault: between the page and the handler (`way`), or between the handler and the service (`service`). */
export type Place = "way" | "service";

/** Behavior of the proxy between the page and the handler. */
export type WayFault =
  | "offline"
  | "no-name"
  | "reset"
  | "signed-out"
  | "forbidden"
  | "missing"
  | "too-many"
  | "crash"
  | "bad-gateway"
  | "unavailable"
  | "gateway-timeout"
  | "torn"
  | "empty"
  | "slow"
  | "login";

export interface Fault {
  readonly name: string;
  /** Fault between the page and the handler, with its cause in a few words. */
  readonly way?: readonly [WayFault, string];
  readonly service?: readonly [SandboxFault | Readonly<Record<Step, SandboxFault>>, string];
  /** Number of affected requests. By default, all requests until the message has been shown. */
  readonly strikes?: number;
}

const missing = {
  submit: "model-not-found",
  status: "request-not-found",
  result: "request-not-found",
  events: "request-not-found",
} as const;

export const faults: readonly Fault[] = [
  { name: "offline", way: ["offline", "the device goes offline"] },
  {
    name: "connection reset",
    way: ["reset", "the response is lost before it reaches the page"],
    service: ["lost-answer", "the response is lost before it reaches the handler"],
  },
  { name: "DNS", way: ["no-name", "the host's name can't be resolved"] },
  {
    name: "401",
    way: ["signed-out", "the user's session has ended"],
    service: ["key-invalid", "the service rejects the host's key"],
  },
  {
    name: "403",
    way: ["forbidden", "a firewall blocks the request"],
    service: ["forbidden", "the account can't use the model"],
  },
  {
    name: "404",
    way: ["missing", "the handler's route is missing"],
    service: [missing, "unknown model, or temporarily unknown job"],
    strikes: 2,
  },
  {
    name: "406 content type",
    service: ["content-type", "the service rejects the request's content type"],
  },
  { name: "406 credits", service: ["no-credits", "the account has too few credits"] },
  { name: "406 parameter", service: ["parameter-rejected", "the service rejects a value"] },
  { name: "406 spend limit", service: ["spend-limit", "the team's spending limit is reached"] },
  { name: "410", service: ["model-retired", "the model is retired"] },
  { name: "422", service: ["run-failed", "the job fails"] },
  {
    name: "429",
    way: ["too-many", "the host's proxy limits requests"],
    service: ["rate-limited", "the account's requests per minute are used up"],
  },
  {
    name: "500",
    way: ["crash", "an error page from the host's server"],
    service: ["server-error", "a JSON error from the service"],
  },
  {
    name: "502 HTML",
    way: ["bad-gateway", "an error page from the host's gateway"],
    service: ["bad-gateway", "an error page from the service's gateway"],
  },
  {
    name: "503",
    way: ["unavailable", "the host is being deployed"],
    service: ["unavailable", "the service accepts no requests"],
  },
  {
    name: "504",
    way: ["gateway-timeout", "the host's gateway times out"],
    service: ["gateway-timeout", "the service's gateway times out"],
  },
  {
    name: "truncated JSON",
    way: ["torn", "the response is cut off"],
    service: ["torn-json", "the response is cut off"],
  },
  {
    name: "empty body",
    way: ["empty", "a 200 response without a body"],
    service: ["empty-body", "a 200 response without a body"],
  },
  {
    name: "slow",
    way: ["slow", "no response arrives"],
    service: ["slow", "the job takes ten times as long as usual"],
  },
  { name: "redirect to a login page", way: ["login", "302 to a login page"] },
];

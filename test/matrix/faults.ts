import type { SandboxFault } from "react-easel/sandbox";

export type Step = "submit" | "status" | "result" | "events";

/** Between the page and the handler, or between the handler and the service. */
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
  /** Cause at this place, in a few words. */
  readonly way?: readonly [WayFault, string];
  readonly service?: readonly [SandboxFault | Readonly<Record<Step, SandboxFault>>, string];
  /** Number of affected requests; by default until the message was shown. */
  readonly strikes?: number;
}

const missing = {
  submit: "model-not-found",
  status: "request-not-found",
  result: "request-not-found",
  events: "request-not-found",
} as const;

export const faults: readonly Fault[] = [
  { name: "offline", way: ["offline", "the device loses its network"] },
  {
    name: "connection reset",
    way: ["reset", "the answer is lost on its way to the page"],
    service: ["lost-answer", "the answer is lost on its way to the handler"],
  },
  { name: "DNS", way: ["no-name", "the host's name is not found"] },
  {
    name: "401",
    way: ["signed-out", "the user's session has ended"],
    service: ["key-invalid", "the service refuses the host's key"],
  },
  {
    name: "403",
    way: ["forbidden", "a firewall's page"],
    service: ["forbidden", "the account may not use the model"],
  },
  {
    name: "404",
    way: ["missing", "the handler's route is gone"],
    service: [missing, "no such model, or no such job for a moment"],
    strikes: 2,
  },
  { name: "406 content type", service: ["content-type", "the form of the request"] },
  { name: "406 credits", service: ["no-credits", "too few credits"] },
  { name: "406 parameter", service: ["parameter-rejected", "a value is refused"] },
  { name: "406 spend limit", service: ["spend-limit", "the team's limit is reached"] },
  { name: "410", service: ["model-retired", "the model is retired"] },
  { name: "422", service: ["run-failed", "the run fails"] },
  {
    name: "429",
    way: ["too-many", "the host's proxy counts requests"],
    service: ["rate-limited", "the account's minute is used up"],
  },
  {
    name: "500",
    way: ["crash", "a page of the host's server"],
    service: ["server-error", "the service's own, as JSON"],
  },
  {
    name: "502 HTML",
    way: ["bad-gateway", "the host's gateway"],
    service: ["bad-gateway", "the service's gateway"],
  },
  {
    name: "503",
    way: ["unavailable", "the host is being deployed"],
    service: ["unavailable", "the service takes nothing"],
  },
  {
    name: "504",
    way: ["gateway-timeout", "the host's gateway gave up waiting"],
    service: ["gateway-timeout", "the service's gateway gave up waiting"],
  },
  {
    name: "torn JSON",
    way: ["torn", "half of the answer"],
    service: ["torn-json", "half of the answer"],
  },
  {
    name: "empty body",
    way: ["empty", "200 and nothing in it"],
    service: ["empty-body", "200 and nothing in it"],
  },
  {
    name: "slow",
    way: ["slow", "the answer does not come"],
    service: ["slow", "the run takes ten times as long"],
  },
  { name: "redirect to a login page", way: ["login", "302 to a page for people"] },
];

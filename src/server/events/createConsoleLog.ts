import { errorTable, type EaselErrorCode } from "../../protocol/errorTable.ts";
import { describeCause } from "./describeCause.ts";
import type { HandlerEvent } from "./handlerEvent.ts";

const windowMs = 60_000;

const whereAdvice: Readonly<Record<string, string>> = {
  authorize:
    "The request returned 500, and nothing was sent. Make authorize return { userId }, or null for a visitor who isn't signed in.",
  clientKey: "The request returned 500, and nothing was sent. Fix limits.clientKey.",
  beforeSubmit:
    "The submit failed, and nothing was sent or charged. Fix beforeSubmit; to refuse a job, return a message.",
  price:
    "If this was a submit, nothing was sent or charged; otherwise, the price isn't shown. Fix price in the model.",
  onSubmitEnd:
    "The response was sent anyway. A reservation made in beforeSubmit may not have been released. Fix onSubmitEnd, and let reservations expire.",
  pollDelay: "Easel's default schedule is used instead. Fix pollDelay.",
  onJobEnd: "A failed call is retried up to 5 times, with increasing delays. Fix onJobEnd.",
  backend: "Jobs are still polled. Fix the backend.",
  store:
    "New submits return 503 until the store is available. Check that the store is running and that this server can reach it.",
  onEvent: "The event was lost; the request continued. Fix onEvent.",
  handler:
    "The request returned 500. Check your backend and models first; if they're correct, this is a bug in react-easel.",
};

const upstreamAdvice: Partial<Record<EaselErrorCode, string>> = {
  upstream_key_missing: "Pass the key to the backend from the server's environment.",
  upstream_key_invalid:
    "No image can be generated until the key is replaced. Check the key at the service, and restart the app with a valid key.",
  upstream_forbidden: "Enable the model for your account, or remove the model from models.",
  upstream_model_missing: "Check the model's ID, or remove the model from models.",
  upstream_model_retired: "Remove the model from models.",
  upstream_no_credits: "Top up the account at the service.",
  upstream_no_balance: "Check that the key belongs to an account with a balance.",
  upstream_spend_limit: "Raise the limit at the service.",
  upstream_content_type: "Check the backend's baseUrl, and update react-easel.",
  upstream_unreachable:
    "Check the backend's baseUrl, and this server's DNS, firewall, and TLS certificates.",
  internal: "Your backend threw something other than an EaselError; see docs/guide/backends.md.",
};

interface Entry {
  readonly kind: string | undefined;
  readonly line: string;
  readonly frames?: readonly string[];
}

function readEvent(event: HandlerEvent): Entry | undefined {
  if (event.type === "error") {
    const { where } = event;
    const { summary, frames, isCut } = describeCause(event.cause);
    const advice = whereAdvice[where] ?? `Fix ${where}.`;
    const cut = isCut
      ? " The error's message is omitted because it may contain a prompt or key; onEvent receives the full error."
      : "";
    // Each unknown job state is reported only once, so each needs a separate kind to be printed.
    const kind = where === "backend" ? `${where} ${summary}` : where;
    const reason = summary.replace(/\.$/, "");
    return { kind, line: `${where} failed: ${reason}. ${advice}${cut}`, frames };
  }
  if (event.type === "abandoned") {
    const { id, tries } = event;
    return {
      kind: undefined,
      line: `onJobEnd failed ${tries} times for job ${id} and won't be called again, so your app doesn't know how the job ended. Fix onJobEnd, find the job in your records by this ID, and complete it.`,
    };
  }
  if (event.type === "at_risk") {
    return { kind: event.reason, line: `Attempts are at risk: ${event.reason}` };
  }
  if (event.type === "refused" && event.detail !== undefined) {
    return { kind: event.code, line: `${event.code}: ${event.detail}` };
  }
  if (event.type === "upstream" && event.code !== undefined) {
    const advice = upstreamAdvice[event.code];
    const line = `${event.code}: ${errorTable[event.code].message} ${advice}`;
    if (advice !== undefined) return { kind: `upstream ${event.code}`, line };
  }
  return undefined;
}

export function createConsoleLog(): (event: HandlerEvent) => void {
  const printed = new Map<string, { readonly until: number; leftOut: number }>();
  return (event) => {
    const entry = readEvent(event);
    if (!entry) return;
    const { kind, line, frames = [] } = entry;
    const last = kind === undefined ? undefined : printed.get(kind);
    if (last && performance.now() < last.until) {
      last.leftOut += 1;
      return;
    }
    if (kind !== undefined) printed.set(kind, { until: performance.now() + windowMs, leftOut: 0 });
    const more = last?.leftOut ? ` (${last.leftOut} more omitted since the last one.)` : "";
    console.error([`[react-easel] ${line}${more}`, ...frames].join("\n"));
  };
}

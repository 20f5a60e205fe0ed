/** Effect of a fault. `refused` accepts and charges nothing, `spoiled` breaks the response, `job` affects the job. */
export type FaultEffect = "refused" | "spoiled" | "job";

const table = {
  "bad-request": ["refused", "400: the body is malformed or lacks a field."],
  "key-missing": ["refused", "401: no key in the headers."],
  "key-invalid": ["refused", "401: the key is wrong or has expired."],
  "auth-error": ["refused", "401 in the auth service's format: a code, a description, a number."],
  forbidden: ["refused", "403: the account can't use this model."],
  "model-not-found": ["refused", "404: no such model."],
  "request-not-found": ["refused", "404: no such request, or its record has expired."],
  "no-balance": ["refused", "404: the account has no balance record."],
  "wrong-verb": ["refused", "405: an HTML page."],
  "content-type": ["refused", "406: unsupported content type."],
  "no-credits": ["refused", "406: not enough credits for the job."],
  "parameter-rejected": ["refused", "406: a parameter value is rejected."],
  "spend-limit": ["refused", "406: the team's spend limit is reached."],
  "model-retired": ["refused", "410: the model is retired."],
  "rate-limited": ["refused", "429: too many requests; a header says when the window ends."],
  "server-error": ["refused", "500: the service failed."],
  "bad-gateway": ["refused", "502: a gateway's HTML page."],
  unavailable: ["refused", "503: the service is unavailable."],
  "login-page": ["refused", "200 with HTML, as from a captive portal or a login page."],
  "connection-reset": ["refused", "The connection breaks before anything is accepted."],
  "gateway-timeout": ["spoiled", "504: the gateway timed out; a submit was accepted."],
  "lost-answer": ["spoiled", "The connection breaks after a submit was accepted."],
  "torn-json": ["spoiled", "200 with truncated JSON."],
  "empty-body": ["spoiled", "200 with an empty body."],
  "no-request-id": ["spoiled", "200 without request_id and URLs: the job can't be polled."],
  "run-failed": ["job", "422: the job fails; nothing is charged."],
  "failed-with-200": ["job", "The job fails with HTTP status 200."],
  "content-block": ["job", "422: the content filter blocks the job; nothing is charged."],
  slow: ["job", "The job takes ten times as long."],
  "never-finishes": ["job", "The job stays PROCESSING until its record expires."],
  "partial-success": ["job", "One image fewer than `samples`, but at least one."],
  "base64-output": ["job", "The images come inline as bare base64."],
  "data-url-output": ["job", "The images come inline as data URLs."],
  "output-array": ["job", "output is an array of URLs, and images is missing."],
  "unknown-state": ["job", "While the job runs, its state is undocumented."],
  "extra-fields": ["job", "Responses about the job have undocumented fields."],
} as const satisfies Record<string, readonly [effect: FaultEffect, description: string]>;

export type SandboxFault = keyof typeof table;

export type FaultOf<Effect extends FaultEffect> = {
  [Name in SandboxFault]: (typeof table)[Name][0] extends Effect ? Name : never;
}[SandboxFault];

export interface SandboxFaultInfo {
  readonly name: SandboxFault;
  readonly effect: FaultEffect;
  readonly description: string;
}

/** All faults. Use them in the `faults` option, `sandbox.fail`, or a prompt such as `a fox sandbox:content-block`. */
export const sandboxFaults: readonly SandboxFaultInfo[] = Object.entries(table).map(
  ([name, [effect, description]]) => ({ name: name as SandboxFault, effect, description }),
);

export function isFault(name: string): name is SandboxFault {
  return Object.hasOwn(table, name);
}

export function hasEffect<Effect extends FaultEffect>(
  fault: SandboxFault | undefined,
  effect: Effect,
): fault is FaultOf<Effect> {
  return fault !== undefined && table[fault][0] === effect;
}

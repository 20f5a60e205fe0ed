/** Whether money was taken. */
export type Charged = "no" | "yes" | "unknown";

/** `after` must wait, `unsafe` may charge twice, `never` needs a change first. */
export type Retry = "safe" | "after" | "unsafe" | "never";

interface ErrorRow {
  /** Status of the handler's response, or the nearest one for browser-only errors. */
  readonly status: number;
  readonly charged: Charged;
  readonly retry: Retry;
  readonly message: string;
  /** What to do first; may be empty. `adviceOf` adds advice about retries. */
  readonly remedy: string;
}

function rows(charged: Charged, retry: Retry) {
  return (status: number, message: string, remedy = ""): ErrorRow => ({
    status,
    charged,
    retry,
    message,
    remedy,
  });
}

const needsChange = rows("no", "never");
const safeToRetry = rows("no", "safe");
const transient = rows("unknown", "safe");
const unsafeToRetry = rows("unknown", "unsafe");

const hostRemedy = "Tell whoever runs this app; nothing is wrong with what you entered.";

const hostError = (message: string) => needsChange(502, message, hostRemedy);

/** All error codes. The app's host must fix `upstream_*` codes. */
export const errorTable = {
  invalid_input: needsChange(400, "Some values can't be used.", "Fix the highlighted fields."),
  invalid_request: needsChange(
    400,
    "The request could not be read.",
    "Send one JSON object with the model's fields.",
  ),
  parameter_rejected: needsChange(
    400,
    "The image service refused one of the values.",
    "Change the value that it names.",
  ),
  unauthorized: safeToRetry(401, "You are not signed in.", "Sign in."),
  cross_site: needsChange(
    403,
    "The request came from another site.",
    "Open the app at its own address.",
  ),
  refused: needsChange(403, "The app did not allow this run.", "See what it says above."),
  not_found: needsChange(404, "There is nothing at this address.", "Check the address."),
  model_not_found: needsChange(404, "This model is not offered here.", "Choose another model."),
  job_not_found: rows("unknown", "never")(
    404,
    "This job is no longer known.",
    "The service keeps a job for one hour.",
  ),
  method_not_allowed: needsChange(
    405,
    "This address does not take that kind of request.",
    "Use the verb that the Allow header names.",
  ),
  submit_unknown: unsafeToRetry(
    409,
    "Nobody can say whether the job was taken.",
    "It may still be running.",
  ),
  // A retry has a new attempt id.
  key_reused: safeToRetry(409, "This attempt was already used for another input."),
  too_large: needsChange(
    413,
    "What you sent is too large.",
    "Use a smaller picture or a shorter text.",
  ),
  not_json: needsChange(
    415,
    "Only JSON is taken here.",
    "Send the body with content-type: application/json.",
  ),
  not_a_picture: needsChange(
    415,
    "This file is not a picture that can be used.",
    "Choose a PNG, JPEG, WebP or GIF file.",
  ),
  run_failed: safeToRetry(422, "The run failed.", "Changing the settings may help."),
  content_blocked: needsChange(
    422,
    "The service's content filter blocked this.",
    "Word the prompt differently.",
  ),
  run_canceled: unsafeToRetry(422, "This generation was canceled."),
  run_expired: unsafeToRetry(
    422,
    "The image service didn't finish this generation in time.",
    "Choose settings that take less time.",
  ),
  rate_limited: rows("no", "after")(429, "Too many requests at once."),
  upstream_error: safeToRetry(
    502,
    "The image service had an error of its own.",
    "Changing the settings may help.",
  ),
  upstream_unreachable: safeToRetry(
    502,
    "The image service couldn't be reached, so nothing was sent.",
  ),
  upstream_unavailable: transient(502, "The image service can't be reached just now."),
  bad_answer: transient(502, "The answer could not be read."),
  submit_unreadable: unsafeToRetry(
    502,
    "An answer came, and no id in it to follow the job by.",
    "It may still be running.",
  ),
  upstream_key_missing: hostError("This app did not show the image service its key."),
  upstream_key_invalid: hostError("The image service refused this app's key."),
  upstream_forbidden: hostError("This app's account may not use this model."),
  upstream_model_missing: hostError("The image service does not know this model."),
  upstream_model_retired: needsChange(
    502,
    "The image service has retired this model.",
    "Choose another model.",
  ),
  upstream_no_credits: hostError("This app's account has too few credits left."),
  upstream_spend_limit: hostError("This app has reached its spending limit."),
  upstream_content_type: hostError("The image service did not take the form of the request."),
  upstream_no_balance: hostError("The image service has no balance for this app's account."),
  not_configured: needsChange(503, "This app isn't set up to generate images yet.", hostRemedy),
  store_down: safeToRetry(503, "The app can't keep track of jobs just now."),
  internal: unsafeToRetry(500, "The app had an error of its own.", hostRemedy),
  network: transient(503, "The connection was lost."),
  backend_unreachable: safeToRetry(
    503,
    "The app's server can't be reached.",
    "If this keeps happening, let the people who run this app know.",
  ),
  not_loaded: safeToRetry(
    503,
    "A part of this app could not be loaded.",
    "Reload the page if this keeps happening.",
  ),
  aborted: transient(
    503,
    "Watching was stopped.",
    "If the job was taken, it goes on at the service and can be looked up by its id.",
  ),
  deadline: transient(
    504,
    "The job takes longer than expected.",
    "You can still look it up by its id.",
  ),
} as const;

export type EaselErrorCode = keyof typeof errorTable;

export function isErrorCode(code: unknown): code is EaselErrorCode {
  return typeof code === "string" && Object.hasOwn(errorTable, code);
}

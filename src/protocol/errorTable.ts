/** Whether the request was charged. */
export type Charged = "no" | "yes" | "unknown";

/** Whether to retry. `after`: wait first. `unsafe`: a retry may be charged twice. `never`: change something first. */
export type Retry = "safe" | "after" | "unsafe" | "never";

interface ErrorRow {
  /** HTTP status of the handler's response, or the closest status for errors that occur only in the browser. */
  readonly status: number;
  readonly charged: Charged;
  readonly retry: Retry;
  readonly message: string;
  /** Instruction for the user, or an empty string. `adviceOf` provides advice about retries. */
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

const hostRemedy = "Contact this app's support.";

const hostError = (message: string) => needsChange(502, message, hostRemedy);

/** All error codes. Errors with an `upstream_*` code must be fixed by the app's host. */
export const errorTable = {
  invalid_input: needsChange(400, "Some settings need fixing.", "Fix the highlighted fields."),
  invalid_request: needsChange(
    400,
    "The request couldn't be read.",
    "Send one JSON object with the model's fields.",
  ),
  parameter_rejected: needsChange(
    400,
    "The image service rejected a setting.",
    "Change that setting.",
  ),
  unauthorized: safeToRetry(401, "You're not signed in.", "Sign in to continue."),
  cross_site: needsChange(
    403,
    "The request came from another site.",
    "Open this app at its own URL.",
  ),
  refused: needsChange(403, "This app didn't allow the request.", hostRemedy),
  not_found: needsChange(404, "This URL doesn't exist.", "Check the URL."),
  model_not_found: needsChange(404, "This model isn't available.", "Choose another model."),
  job_not_found: rows("unknown", "never")(
    404,
    "This generation couldn't be found.",
    "It may have expired.",
  ),
  method_not_allowed: needsChange(
    405,
    "This URL doesn't accept the request's method.",
    "Use a method from the Allow header.",
  ),
  submit_unknown: unsafeToRetry(
    409,
    "We couldn't confirm that your request was received.",
    "It may already be running.",
  ),
  // A retry is safe, because it has a new attempt ID.
  key_reused: safeToRetry(409, "This request was already sent with different settings."),
  too_large: needsChange(413, "The request is too large.", "Use a smaller image or shorter text."),
  not_json: needsChange(
    415,
    "Only JSON is accepted.",
    "Set the content-type header to application/json.",
  ),
  not_a_picture: needsChange(
    415,
    "This file isn't a supported image.",
    "Choose a PNG, JPEG, WebP, or GIF file.",
  ),
  run_failed: safeToRetry(422, "Image generation failed.", "Changing the settings may help."),
  content_blocked: needsChange(
    422,
    "The content filter blocked this request.",
    "Reword your prompt.",
  ),
  run_canceled: unsafeToRetry(422, "This generation was canceled."),
  run_expired: unsafeToRetry(
    422,
    "The image service didn't finish in time.",
    "Choose faster settings.",
  ),
  rate_limited: rows("no", "after")(429, "Too many requests."),
  upstream_error: safeToRetry(
    502,
    "The image service had a problem.",
    "Changing the settings may help.",
  ),
  upstream_unreachable: safeToRetry(
    502,
    "The image service couldn't be reached, so nothing was sent.",
  ),
  upstream_unavailable: transient(502, "The image service couldn't be reached."),
  cancel_failed: transient(502, "We couldn't stop this generation. It's still running."),
  bad_answer: transient(502, "The response couldn't be read."),
  submit_unreadable: unsafeToRetry(
    502,
    "The service replied without a job ID.",
    "It may already be running.",
  ),
  upstream_key_missing: hostError("This app's API key wasn't sent to the image service."),
  upstream_key_invalid: hostError("The image service rejected this app's API key."),
  upstream_forbidden: hostError("This app's account can't use this model."),
  upstream_model_missing: hostError("The image service doesn't recognize this model."),
  upstream_model_retired: needsChange(
    502,
    "This model is no longer available.",
    "Choose another model.",
  ),
  upstream_no_credits: hostError("This app's account doesn't have enough credits."),
  upstream_spend_limit: hostError("This app has reached its spending limit."),
  upstream_content_type: hostError("The image service rejected the request format."),
  upstream_no_balance: hostError("Billing isn't set up for this app's account."),
  not_configured: needsChange(503, "This app isn't set up to generate images yet.", hostRemedy),
  store_down: safeToRetry(503, "This app can't save new generations right now."),
  internal: unsafeToRetry(500, "Something went wrong in this app.", hostRemedy),
  network: transient(503, "The connection was lost."),
  backend_unreachable: safeToRetry(
    503,
    "This app's server couldn't be reached.",
    "If this keeps happening, contact this app's support.",
  ),
  not_loaded: safeToRetry(
    503,
    "Part of this app couldn't be loaded.",
    "If this keeps happening, reload the page.",
  ),
  aborted: transient(
    503,
    "Stopped tracking this image.",
    "If it was submitted, it's still being generated.",
  ),
  deadline: transient(
    504,
    "This is taking longer than expected.",
    "It may still finish. Check back later.",
  ),
} as const;

export type EaselErrorCode = keyof typeof errorTable;

export function isErrorCode(code: unknown): code is EaselErrorCode {
  return typeof code === "string" && Object.hasOwn(errorTable, code);
}

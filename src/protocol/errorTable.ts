/** Whether money was taken. */
export type Charged = "no" | "yes" | "unknown";

/**
 * `safe` costs nothing more, `after` must wait, `unsafe` may charge twice, `never` needs a change
 * first.
 */
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

const row = (
  status: number,
  charged: Charged,
  retry: Retry,
  message: string,
  remedy: string,
): ErrorRow => ({ status, charged, retry, message, remedy });

const hostRemedy = "Tell whoever runs this app; nothing is wrong with what you entered.";

/** All error codes. The app's host must fix `upstream_*` codes. */
export const errorTable = {
  invalid_input: row(
    400,
    "no",
    "never",
    "Some values can't be used.",
    "Fix the highlighted fields.",
  ),
  invalid_request: row(
    400,
    "no",
    "never",
    "The request could not be read.",
    "Send one JSON object with the model's fields.",
  ),
  parameter_rejected: row(
    400,
    "no",
    "never",
    "The image service refused one of the values.",
    "Change the value that it names.",
  ),
  unauthorized: row(401, "no", "safe", "You are not signed in.", "Sign in."),
  cross_site: row(
    403,
    "no",
    "never",
    "The request came from another site.",
    "Open the app at its own address.",
  ),
  refused: row(403, "no", "never", "The app did not allow this run.", "See what it says above."),
  not_found: row(404, "no", "never", "There is nothing at this address.", "Check the address."),
  model_not_found: row(
    404,
    "no",
    "never",
    "This model is not offered here.",
    "Choose another model.",
  ),
  job_not_found: row(
    404,
    "unknown",
    "never",
    "This job is no longer known.",
    "The service keeps a job for one hour.",
  ),
  method_not_allowed: row(
    405,
    "no",
    "never",
    "This address does not take that kind of request.",
    "Use the verb that the Allow header names.",
  ),
  submit_unknown: row(
    409,
    "unknown",
    "unsafe",
    "Nobody can say whether the job was taken.",
    "It may still be running.",
  ),
  // A retry has a new attempt id.
  key_reused: row(409, "no", "safe", "This attempt was already used for another input.", ""),
  too_large: row(
    413,
    "no",
    "never",
    "What you sent is too large.",
    "Use a smaller picture or a shorter text.",
  ),
  not_json: row(
    415,
    "no",
    "never",
    "Only JSON is taken here.",
    "Send the body with content-type: application/json.",
  ),
  not_a_picture: row(
    415,
    "no",
    "never",
    "This file is not a picture that can be used.",
    "Choose a PNG, JPEG, WebP or GIF file.",
  ),
  run_failed: row(422, "no", "safe", "The run failed.", "Changing the settings may help."),
  content_blocked: row(
    422,
    "no",
    "never",
    "The service's content filter blocked this.",
    "Word the prompt differently.",
  ),
  run_canceled: row(422, "unknown", "unsafe", "This generation was canceled.", ""),
  run_expired: row(
    422,
    "unknown",
    "unsafe",
    "The image service didn't finish this generation in time.",
    "Choose settings that take less time.",
  ),
  rate_limited: row(429, "no", "after", "Too many requests at once.", ""),
  upstream_error: row(
    502,
    "no",
    "safe",
    "The image service had an error of its own.",
    "Changing the settings may help.",
  ),
  upstream_unreachable: row(
    502,
    "no",
    "safe",
    "The image service couldn't be reached, so nothing was sent.",
    "",
  ),
  upstream_unavailable: row(
    502,
    "unknown",
    "safe",
    "The image service can't be reached just now.",
    "",
  ),
  bad_answer: row(502, "unknown", "safe", "The answer could not be read.", ""),
  submit_unreadable: row(
    502,
    "unknown",
    "unsafe",
    "An answer came, and no id in it to follow the job by.",
    "It may still be running.",
  ),
  upstream_key_missing: row(
    502,
    "no",
    "never",
    "This app did not show the image service its key.",
    hostRemedy,
  ),
  upstream_key_invalid: row(
    502,
    "no",
    "never",
    "The image service refused this app's key.",
    hostRemedy,
  ),
  upstream_forbidden: row(
    502,
    "no",
    "never",
    "This app's account may not use this model.",
    hostRemedy,
  ),
  upstream_model_missing: row(
    502,
    "no",
    "never",
    "The image service does not know this model.",
    hostRemedy,
  ),
  upstream_model_retired: row(
    502,
    "no",
    "never",
    "The image service has retired this model.",
    "Choose another model.",
  ),
  upstream_no_credits: row(
    502,
    "no",
    "never",
    "This app's account has too few credits left.",
    hostRemedy,
  ),
  upstream_spend_limit: row(
    502,
    "no",
    "never",
    "This app has reached its spending limit.",
    hostRemedy,
  ),
  upstream_content_type: row(
    502,
    "no",
    "never",
    "The image service did not take the form of the request.",
    hostRemedy,
  ),
  upstream_no_balance: row(
    502,
    "no",
    "never",
    "The image service has no balance for this app's account.",
    hostRemedy,
  ),
  not_configured: row(
    503,
    "no",
    "never",
    "This app isn't set up to generate images yet.",
    hostRemedy,
  ),
  store_down: row(503, "no", "safe", "The app can't keep track of jobs just now.", ""),
  internal: row(500, "unknown", "unsafe", "The app had an error of its own.", hostRemedy),
  network: row(503, "unknown", "safe", "The connection was lost.", ""),
  backend_unreachable: row(
    503,
    "no",
    "safe",
    "The app's server can't be reached.",
    "If this keeps happening, let the people who run this app know.",
  ),
  not_loaded: row(
    503,
    "no",
    "safe",
    "A part of this app could not be loaded.",
    "Reload the page if this keeps happening.",
  ),
  aborted: row(
    503,
    "unknown",
    "safe",
    "Watching was stopped.",
    "If the job was taken, it goes on at the service and can be looked up by its id.",
  ),
  deadline: row(
    504,
    "unknown",
    "safe",
    "The job takes longer than expected.",
    "You can still look it up by its id.",
  ),
} as const satisfies Record<string, ErrorRow>;

export type EaselErrorCode = keyof typeof errorTable;

export function isErrorCode(code: unknown): code is EaselErrorCode {
  return typeof code === "string" && Object.hasOwn(errorTable, code);
}

import { adviceMessages } from "../../protocol/advice.ts";
import { errorTable, type EaselErrorCode } from "../../protocol/errorTable.ts";
import type { GenerateStatus } from "../../protocol/jobState.ts";
import { inCredits } from "./credits.ts";
import { count as plural, number } from "./grammar.ts";

/** Replaces straight apostrophes, which only the wire format uses, with typographic ones. */
const inTypography = <Key extends string>(texts: Readonly<Record<Key, string>>) =>
  Object.fromEntries(
    Object.entries<string>(texts).map(([key, text]) => [key, text.replaceAll("'", "’")]),
  ) as Readonly<Record<Key, string>>;

const texts = (column: "message" | "remedy") =>
  inTypography(
    Object.fromEntries(
      Object.entries(errorTable).map(([code, row]) => [code, row[column]]),
    ) as Readonly<Record<EaselErrorCode, string>>,
  );

const badRequest = "This app’s server couldn’t process the request.";

/** Returns texts for users about errors that only developers can fix. The texts in `errorTable` are for developers. */
const userTexts = (text: string) => ({
  invalid_request: text,
  not_found: text,
  method_not_allowed: text,
  not_json: text,
});

const statusText: Readonly<Record<GenerateStatus | "blocked", string>> = {
  idle: "not started",
  submitting: "sending",
  queued: "in queue",
  processing: "generating",
  completed: "done",
  failed: "failed",
  canceled: "stopped",
  unknown: "not confirmed",
  expired: "expired",
  blocked: "blocked",
};

export const result = {
  /** BCP 47 language tag, used to format numbers and times. */
  locale: "en",

  /** Messages by error code. The service's message may follow. */
  errors: { ...texts("message"), ...userTexts(badRequest), run_canceled: "Stopped." },
  /** First step toward fixing an error, by error code. May be empty. `retryAdvice` says whether to retry. */
  remedies: { ...texts("remedy"), ...userTexts(texts("remedy").internal) },
  charged: {
    no: "Not charged",
    yes: "Charged",
    unknown: "May have been charged",
  },
  retryAdvice: inTypography(adviceMessages),
  /** Labels of the retry button, depending on whether the failed generation was charged. */
  retry: {
    no: "Try again",
    yes: "Generate again (charged again)",
    unknown: "Send again (may charge twice)",
  },
  stop: "Stop",
  /** Replaces `stop` until the generation ends. */
  stopping: "Stopping…",
  /** Reason why a stopped generation was charged. */
  stoppedLate: "It had already started.",
  checkStatus: "Check again",
  checking: "Checking…",
  /** @param time time of day of the last check */
  checked: (time: string) => `Checked at ${time}: still not confirmed.`,
  checkFailed: (reason: string) => `Couldn’t check. ${reason}`,
  /** @param time time of day when the limit ends */
  retryAt: (time: string) => `You can try again at ${time}.`,
  fields: "Fields to fix",
  requestId: "Request ID",
  copyRequestId: "Copy request ID",
  aiGenerated: "AI-generated",

  progress: {
    idle: "",
    submitting: "Sending…",
    queued: "In queue…",
    processing: "Generating…",
    completed: "Generation complete.",
    failed: "",
    canceled: "",
    unknown: "",
    expired: "",
  },
  overdue: "Taking longer than usual. Still working…",
  connectionLost: "Connection lost. Reconnecting…",
  pollFailed: (what: string) => `${what} Retrying automatically.`,
  /** Shown while the service can't find a job. This can happen briefly for a new job. */
  notFoundYet: "The service can’t find this generation yet. Retrying automatically.",
  signedOut: "You’re signed out. Sign in to continue.",
  offline:
    "You’re offline. Your image is still being generated; we’ll update it when you reconnect.",
  estimate: "Estimated progress",
  usualDuration: (range: string) => `usually ${range}`,

  result: "Result",
  empty: {
    idle: "Describe an image to get started.",
    submitting: "",
    queued: "",
    processing: "",
    completed: "The generation finished without an image.",
    failed: "No image was created. Your settings haven’t changed.",
    canceled: "No image was created. Your settings haven’t changed.",
    unknown: "Your image may still be generating. Your settings haven’t changed.",
    expired: "This result has expired. Your settings are saved.",
  },
  alt: (prompt: string, index: number, count: number) =>
    [
      prompt || "Generated image",
      ...(count > 1 ? [`image ${number(index + 1)} of ${number(count)}`] : []),
    ].join(", "),
  blocked: "The content filter blocked this result. Your settings haven’t changed.",
  missingOffline: "You’re offline. This image will load when you reconnect.",
  loadingImage: "Loading image…",
  missing: "This image couldn’t be loaded. It may have expired.",
  notAnImage: "This result is a file, not an image.",
  openFile: "Open file",
  loadAgain: "Load again",
  fewerImages: (got: number, requested: number) =>
    `Only ${number(got)} of ${number(requested)} images were returned.`,

  forImage: (action: string, index: number, count: number) =>
    count > 1 ? `${action}, image ${number(index + 1)} of ${number(count)}` : action,
  download: "Download",
  downloaded: "Download started.",
  openedInTab: "The image opened in a new tab. Save it from there.",
  downloadAll: (count: number) => `Download all ${number(count)}`,
  downloadedSome: (got: number, count: number) =>
    got === 0
      ? "The images couldn’t be downloaded."
      : `Downloaded ${number(got)} of ${number(count)} images. The others couldn’t be read.`,
  copy: "Copy",
  copied: "Copied.",
  cantCopy: "This image couldn’t be copied. Download it instead.",
  copyLink: "Copy link",
  linkCopied: "Link copied. It opens the form with these settings.",
  cantCopyLink: "The link couldn’t be copied.",
  reuse: "Reuse settings",
  reused: "Settings and seed applied.",
  useThis: "Apply",
  used: (field: string) => `Applied: ${field}.`,
  forField: (action: string, field: string) => `${action}: ${field}`,

  /** Words that replace the name of a button for 2 seconds after success. */
  done: { download: "Saved", copy: "Copied", reuse: "Applied" },

  enlarge: "Enlarge",
  close: "Close",

  removed: (runs: number) =>
    plural(runs, { one: "# generation deleted.", other: "# generations deleted." }),
  chooseToCompare: "Choose a generation to compare with.",
  cancel: "Cancel",

  /** Name of a compared image that differs from the other by its seed. */
  seedOf: (seed: string) => `Seed ${seed}`,

  details: "Details",
  model: "Model",
  seedUsed: "Seed used",
  generationTime: "Generation time",
  queueTime: "Time in queue",
  totalTime: "Total time",
  cost: "Cost",
  credits: inCredits,
  yes: "Yes",
  no: "No",

  modelSwitch: "Model",
  jobs: "Recent generations",
  job: (place: number, prompt: string, status: GenerateStatus | "blocked") =>
    `Generation ${number(place)}, ${statusText[status]}: ${prompt}`,
};

import { adviceMessages } from "../../protocol/advice.ts";
import { errorTable, type EaselErrorCode } from "../../protocol/errorTable.ts";
import type { GenerateStatus } from "../../protocol/jobState.ts";
import { number } from "./grammar.ts";

const texts = (column: "message" | "remedy") =>
  Object.fromEntries(
    Object.entries(errorTable).map(([code, row]) => [code, row[column]]),
  ) as Readonly<Record<EaselErrorCode, string>>;

const statusText: Readonly<Record<GenerateStatus, string>> = {
  idle: "not begun",
  submitting: "being sent",
  queued: "waiting",
  processing: "being drawn",
  completed: "done",
  failed: "failed",
  unknown: "outcome unknown",
  expired: "expired",
};

export const result = {
  /** BCP 47 tag for numbers and times. */
  locale: "en",

  /** By error code; may be followed by the service's message. */
  errors: texts("message"),
  /** What to do first; may be empty. `retryAdvice` says whether to retry. */
  remedies: texts("remedy"),
  charged: {
    no: "Not charged",
    yes: "Charged",
    unknown: "May have been charged",
  },
  retryAdvice: adviceMessages,
  /** Retry button, by its cost. */
  retry: {
    no: "Try again",
    yes: "Send again: charges once more",
    unknown: "Send again: may charge twice",
  },
  checkStatus: "Check again",
  retryIn: (time: string) => `You can try again in ${time}.`,
  fields: "What to mend",
  requestId: "Request id",

  progress: {
    idle: "",
    submitting: "Sending",
    queued: "Waiting for its turn",
    processing: "Drawing",
    completed: "Done. The result is ready.",
    failed: "",
    unknown: "",
    expired: "",
  },
  overdue: "Taking longer than usual. It is not lost.",
  connectionLost: "Connection lost; asking again by itself",
  pollFailed: (what: string) => `${what} It is asked for again by itself.`,
  /** The service may briefly not find a new job. */
  notFoundYet: "The service does not find this job just now. It is asked for again by itself.",
  signedOut: "You are signed out. Sign in, and it goes on",
  offline: "You are offline. The run goes on, and is looked at once you are back",
  estimate: "Estimated progress",
  usualDuration: (range: string) => `usually ${range}`,

  result: "Result",
  empty: {
    idle: "Describe a picture, and it appears here.",
    submitting: "",
    queued: "",
    processing: "",
    completed: "The run ended without a picture.",
    failed: "No picture was made. Your settings are as you left them.",
    unknown:
      "There may be a picture; nobody can say from here. Your settings are as you left them.",
    expired: "This run is past its time and its pictures are gone. Your settings are kept.",
  },
  alt: (prompt: string, index: number, count: number) =>
    [
      prompt || "Generated picture",
      ...(count > 1 ? [`picture ${number(index + 1)} of ${number(count)}`] : []),
    ].join(", "),
  blocked:
    "The service's content filter held the pictures back. Your settings are as you left them.",
  missingOffline: "You are offline. This picture is loaded again as soon as you are back.",
  missing: "This picture is no longer there. The service keeps files for 7 days.",
  notAnImage: "This result is a file, not an image.",
  openFile: "Open file",
  loadAgain: "Load again",
  fewerImages: (got: number, requested: number) =>
    `${number(got)} of ${number(requested)} pictures came back.`,

  forImage: (action: string, index: number, count: number) =>
    count > 1 ? `${action}, picture ${number(index + 1)} of ${number(count)}` : action,
  download: "Download",
  downloaded: "Saved to your downloads.",
  openedInTab:
    "The picture could not be read here, so it was opened in a new tab. Save it from there.",
  downloadAll: (count: number) => `Download all ${number(count)}`,
  downloadedSome: (got: number, count: number) =>
    got === 0
      ? "None of the pictures could be read here."
      : `${number(got)} of ${number(count)} pictures saved; the others could not be read.`,
  copy: "Copy",
  copied: "Copied.",
  cantCopy: "This picture can't be copied here. Download it instead.",
  copyLink: "Copy link",
  linkCopied: "The link is copied. It brings these settings into the form.",
  cantCopyLink: "The link can’t be copied here.",
  reuse: "Use these settings",
  reused: "The settings and the seed are in the form.",
  useThis: "Use this",
  used: (field: string) => `${field} is in the form.`,
  forField: (action: string, field: string) => `${action}: ${field}`,

  enlarge: "Enlarge",
  enlarged: "Enlarged picture",
  close: "Close",
  previous: "Previous picture",
  next: "Next picture",
  /** @param index from 0 */
  position: (index: number, count: number) => `Picture ${number(index + 1)} of ${number(count)}`,
  zoomControls: "Zoom",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  zoomFit: (percent: string) => `${percent}, show the whole picture`,
  zoomedTo: (percent: string) => `Zoomed to ${percent}`,

  before: "Before",
  after: "After",
  compare: "Comparison",
  compareSlider: "Where the two pictures meet",
  compareShare: (percent: string, before: string, after: string) =>
    `${percent} ${before}, the rest ${after}`,
  sideBySide: "Side by side",
  inputAlt: "The picture that it began from",

  details: "Details",
  model: "Model",
  seedUsed: "Seed used",
  generationTime: "Drawn in",
  queueTime: "Waited for",
  totalTime: "In all",
  cost: "Cost",
  credits: (amount: string) => `${amount} credits`,
  yes: "Yes",
  no: "No",

  modelSwitch: "Model",
  jobs: "Earlier runs",
  job: (place: number, prompt: string, status: GenerateStatus) =>
    `Run ${number(place)}, ${statusText[status]}: ${prompt}`,
};

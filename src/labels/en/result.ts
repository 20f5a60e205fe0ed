import { adviceMessages } from "../../protocol/advice.ts";
import { errorTable } from "../../protocol/errorTable.ts";
import type { GenerateStatus } from "../../protocol/jobState.ts";
import { createGrammar } from "../createGrammar.ts";
import type { Labels } from "../labels.ts";

const texts = (column: "message" | "remedy"): Labels["result"]["errors"] =>
  Object.fromEntries(
    Object.entries(errorTable).map(([code, row]) => [code, row[column]]),
  ) as Labels["result"]["errors"];

const { number } = createGrammar("en");

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

export const result: Labels["result"] = {
  locale: "en",

  errors: texts("message"),
  remedies: texts("remedy"),
  charged: {
    no: "Not charged",
    yes: "Charged",
    unknown: "May have been charged",
  },
  retryAdvice: adviceMessages,
  retry: {
    no: "Try again",
    yes: "Send again: charges once more",
    unknown: "Send again: may charge twice",
  },
  checkStatus: "Check again",
  retryIn: (time) => `You can try again in ${time}.`,
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
  pollFailed: (what) => `${what} It is asked for again by itself.`,
  notFoundYet: "The service does not find this job just now. It is asked for again by itself.",
  signedOut: "You are signed out. Sign in, and it goes on",
  offline: "You are offline. The run goes on, and is looked at once you are back",
  estimate: "Estimated progress",
  usualDuration: (range) => `usually ${range}`,

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
  alt: (prompt, index, count) =>
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
  fewerImages: (got, requested) => `${number(got)} of ${number(requested)} pictures came back.`,

  forImage: (action, index, count) =>
    count > 1 ? `${action}, picture ${number(index + 1)} of ${number(count)}` : action,
  download: "Download",
  downloaded: "Saved to your downloads.",
  openedInTab:
    "The picture could not be read here, so it was opened in a new tab. Save it from there.",
  downloadAll: (count) => `Download all ${number(count)}`,
  downloadedSome: (got, count) =>
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
  used: (field) => `${field} is in the form.`,
  forField: (action, field) => `${action}: ${field}`,

  enlarge: "Enlarge",
  enlarged: "Enlarged picture",
  close: "Close",
  previous: "Previous picture",
  next: "Next picture",
  position: (index, count) => `Picture ${number(index + 1)} of ${number(count)}`,
  zoomControls: "Zoom",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  zoomFit: (percent) => `${percent}, show the whole picture`,
  zoomedTo: (percent) => `Zoomed to ${percent}`,

  before: "Before",
  after: "After",
  compare: "Comparison",
  compareSlider: "Where the two pictures meet",
  compareShare: (percent, before, after) => `${percent} ${before}, the rest ${after}`,
  sideBySide: "Side by side",
  inputAlt: "The picture that it began from",

  details: "Details",
  model: "Model",
  seedUsed: "Seed used",
  generationTime: "Drawn in",
  queueTime: "Waited for",
  totalTime: "In all",
  cost: "Cost",
  credits: (amount) => `${amount} credits`,
  yes: "Yes",
  no: "No",

  modelSwitch: "Model",
  jobs: "Earlier runs",
  job: (place, prompt, status) => `Run ${number(place)}, ${statusText[status]}: ${prompt}`,
};

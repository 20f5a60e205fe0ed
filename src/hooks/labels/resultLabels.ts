import { adviceTexts, type Advice } from "../../protocol/advice.ts";
import { errorTable, type Charged, type EaselErrorCode } from "../../protocol/index.ts";
import type { GenerateStatus } from "../../protocol/jobState.ts";
import { createGrammar } from "./createGrammar.ts";

type ByCode = Readonly<Record<EaselErrorCode, string>>;
type ByCharged = Readonly<Record<Charged, string>>;
type ByStatus = Readonly<Record<GenerateStatus, string>>;

export interface ResultLabels {
  /** The language of numbers and times, as a BCP 47 tag. */
  readonly locale: string;

  /** What happened, for each error code; the service's own sentence follows it where it says more. */
  readonly errors: ByCode;
  /** What to change or do first. Empty where trying again is all there is; that is said by `again` alone. */
  readonly remedies: ByCode;
  readonly charged: ByCharged;
  /** Whether sending the same again is safe. `paid`: it is charged once more. */
  readonly again: Readonly<Record<Advice, string>>;
  /** On the button that sends the same again, by what that costs: nothing more, once more, perhaps twice. */
  readonly sendAgain: ByCharged;
  readonly checkAgain: string;
  readonly againIn: (time: string) => string;
  readonly fields: string;
  readonly requestId: string;

  /** Said once as each state begins. */
  readonly progress: ByStatus;
  readonly overdue: string;
  readonly trouble: string;
  /** After a look that came to nothing: what was in the way, and that it goes on. */
  readonly askedAgain: (what: string) => string;
  /** The service may lose sight of a young job for a moment. */
  readonly notFoundYet: string;
  readonly signedOut: string;
  readonly offline: string;
  readonly estimate: string;
  readonly usually: (range: string) => string;

  readonly result: string;
  /** What stands where the pictures would, when there are none. */
  readonly empty: ByStatus;
  readonly alt: (prompt: string, index: number, count: number) => string;
  /** In place of the pictures that the service's filter held back. */
  readonly blocked: string;
  readonly missing: string;
  /** In place of an image, above `openFile`: a model made something else. */
  readonly notAnImage: string;
  readonly openFile: string;
  readonly missingOffline: string;
  readonly loadAgain: string;
  readonly fewer: (got: number, asked: number) => string;

  /** Tells the same action on several pictures apart. */
  readonly ofPicture: (action: string, index: number, count: number) => string;
  readonly download: string;
  readonly downloaded: string;
  readonly openedInTab: string;
  readonly downloadAll: (count: number) => string;
  /** Some of them could not be had. */
  readonly downloadedSome: (got: number, count: number) => string;
  readonly copy: string;
  readonly copied: string;
  readonly cantCopy: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  readonly cantCopyLink: string;
  readonly reuse: string;
  readonly reused: string;
  readonly useThis: string;
  readonly used: (field: string) => string;
  /** Tells the same button in several rows apart. */
  readonly ofField: (action: string, field: string) => string;

  readonly enlarge: string;
  /** Names the dialog that shows pictures large. */
  readonly enlarged: string;
  readonly close: string;
  readonly previous: string;
  readonly next: string;
  /** Which of the pictures is shown; from 0. */
  readonly position: (index: number, count: number) => string;
  readonly zoomControls: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  /** On the button that shows the zoom and takes it back to the whole picture. */
  readonly zoomFit: (percent: string) => string;
  readonly zoomedTo: (percent: string) => string;

  readonly before: string;
  readonly after: string;
  readonly compare: string;
  /** Names what is moved by keys. */
  readonly compareSlider: string;
  /** How much of either side is to be seen. */
  readonly compareShare: (percent: string, before: string, after: string) => string;
  readonly sideBySide: string;
  readonly startAlt: string;

  readonly details: string;
  readonly model: string;
  readonly seedUsed: string;
  readonly runTime: string;
  readonly queueTime: string;
  readonly totalTime: string;
  readonly cost: string;
  readonly credits: (amount: string) => string;
  readonly yes: string;
  readonly no: string;

  readonly modelSwitch: string;
  readonly runs: string;
  readonly run: (number: number, prompt: string, status: GenerateStatus) => string;
}

const words = (column: "message" | "remedy"): ByCode =>
  Object.fromEntries(
    Object.entries(errorTable).map(([code, row]) => [code, row[column]]),
  ) as ByCode;

const { number } = createGrammar("en");

const inWords: ByStatus = {
  idle: "not begun",
  submitting: "being sent",
  queued: "waiting",
  processing: "being drawn",
  completed: "done",
  failed: "failed",
  unknown: "outcome unknown",
  expired: "expired",
};

export const resultLabels: ResultLabels = {
  locale: "en",

  errors: words("message"),
  remedies: words("remedy"),
  charged: {
    no: "Not charged",
    yes: "Charged",
    unknown: "May have been charged",
  },
  again: adviceTexts,
  sendAgain: {
    no: "Try again",
    yes: "Send again: charges once more",
    unknown: "Send again: may charge twice",
  },
  checkAgain: "Check again",
  againIn: (time) => `You can try again in ${time}.`,
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
  trouble: "Connection lost; asking again by itself",
  askedAgain: (what) => `${what} It is asked for again by itself.`,
  notFoundYet: "The service does not find this job just now. It is asked for again by itself.",
  signedOut: "You are signed out. Sign in, and it goes on",
  offline: "You are offline. The run goes on, and is looked at once you are back",
  estimate: "Estimated progress",
  usually: (range) => `usually ${range}`,

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
  fewer: (got, asked) => `${number(got)} of ${number(asked)} pictures came back.`,

  ofPicture: (action, index, count) =>
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
  ofField: (action, field) => `${action}: ${field}`,

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
  startAlt: "The picture that it began from",

  details: "Details",
  model: "Model",
  seedUsed: "Seed used",
  runTime: "Drawn in",
  queueTime: "Waited for",
  totalTime: "In all",
  cost: "Cost",
  credits: (amount) => `${amount} credits`,
  yes: "Yes",
  no: "No",

  modelSwitch: "Model",
  runs: "Earlier runs",
  run: (place, prompt, status) => `Run ${number(place)}, ${inWords[status]}: ${prompt}`,
};

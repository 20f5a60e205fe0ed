import type { Advice } from "../protocol/advice.ts";
import type { Charged, EaselErrorCode } from "../protocol/errorTable.ts";
import type { GenerateStatus } from "../protocol/jobState.ts";

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

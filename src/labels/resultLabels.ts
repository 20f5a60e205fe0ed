import type { Advice } from "../protocol/advice.ts";
import type { Charged, EaselErrorCode } from "../protocol/errorTable.ts";
import type { GenerateStatus } from "../protocol/jobState.ts";

type ByCode = Readonly<Record<EaselErrorCode, string>>;
type ByCharged = Readonly<Record<Charged, string>>;
type ByStatus = Readonly<Record<GenerateStatus, string>>;

export interface ResultLabels {
  /** BCP 47 tag for numbers and times. */
  readonly locale: string;

  /** By error code; may be followed by the service's message. */
  readonly errors: ByCode;
  /** What to do first; may be empty. `again` says whether to retry. */
  readonly remedies: ByCode;
  readonly charged: ByCharged;
  /** Whether a retry is safe. `paid`: charged again. */
  readonly retryAdvice: Readonly<Record<Advice, string>>;
  /** Retry button, by its cost. */
  readonly retry: ByCharged;
  readonly checkStatus: string;
  readonly retryIn: (time: string) => string;
  readonly fields: string;
  readonly requestId: string;

  /** Announced once per state. */
  readonly progress: ByStatus;
  readonly overdue: string;
  readonly connectionLost: string;
  /** After a failed poll. */
  readonly pollFailed: (what: string) => string;
  /** The service may briefly not find a new job. */
  readonly notFoundYet: string;
  readonly signedOut: string;
  readonly offline: string;
  readonly estimate: string;
  readonly usualDuration: (range: string) => string;

  readonly result: string;
  /** Shown instead of images. */
  readonly empty: ByStatus;
  readonly alt: (prompt: string, index: number, count: number) => string;
  /** Blocked by the service's filter. */
  readonly blocked: string;
  readonly missing: string;
  /** For videos and other files, above `openFile`. */
  readonly notAnImage: string;
  readonly openFile: string;
  readonly missingOffline: string;
  readonly loadAgain: string;
  readonly fewerImages: (got: number, requested: number) => string;

  readonly forImage: (action: string, index: number, count: number) => string;
  readonly download: string;
  readonly downloaded: string;
  readonly openedInTab: string;
  readonly downloadAll: (count: number) => string;
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
  readonly forField: (action: string, field: string) => string;

  readonly enlarge: string;
  /** Dialog title. */
  readonly enlarged: string;
  readonly close: string;
  readonly previous: string;
  readonly next: string;
  /** @param index from 0 */
  readonly position: (index: number, count: number) => string;
  readonly zoomControls: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  /** Button that shows the zoom and resets it. */
  readonly zoomFit: (percent: string) => string;
  readonly zoomedTo: (percent: string) => string;

  readonly before: string;
  readonly after: string;
  readonly compare: string;
  readonly compareSlider: string;
  /** Position of the slider. */
  readonly compareShare: (percent: string, before: string, after: string) => string;
  readonly sideBySide: string;
  readonly inputAlt: string;

  readonly details: string;
  readonly model: string;
  readonly seedUsed: string;
  readonly generationTime: string;
  readonly queueTime: string;
  readonly totalTime: string;
  readonly cost: string;
  readonly credits: (amount: string) => string;
  readonly yes: string;
  readonly no: string;

  readonly modelSwitch: string;
  readonly jobs: string;
  readonly job: (number: number, prompt: string, status: GenerateStatus) => string;
}

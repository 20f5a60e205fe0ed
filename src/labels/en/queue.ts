import { inCredits } from "./credits.ts";
import { count, digits } from "./grammar.ts";

export const queue = {
  title: "Batch",
  prompts: "Prompts, one per line",
  promptsHelp: "All other settings come from the form.",
  promptsPlaceholder: "a lighthouse at dusk\na red fox in the snow",
  takes: "Generations per prompt",
  takesHelp: "Each generation uses a different seed.",
  models: "Models",
  images: (images: number) => count(images, { one: "# image", other: "# images" }),
  generations: (generations: number) =>
    count(generations, { one: "# generation", other: "# generations" }),
  /** @param what one of `images` and `generations` */
  price: (what: string, amount: string) => `${what}, about ${inCredits(amount)}`,
  start: "Start batch",
  addMore: "Add to batch",
  morePrompts: "Add more prompts",
  nothing: "Enter at least one prompt.",
  tooMany: (most: number) => `A batch can have up to ${digits(most)} generations.`,
  invalid: (field: string, message: string) => `${field}: ${message}`,

  list: "Generations in this batch",
  sent: (sent: number, total: number) => `${digits(sent)} of ${digits(total)} sent`,
  finished: (done: number, total: number) => `${digits(done)} of ${digits(total)} done`,
  running: "Sending. Each generation is charged when it’s sent.",
  waitsForSlot: "Waiting for a running generation to finish.",
  offline: "You’re offline. Sending continues when you reconnect.",
  rateLimited: (time: string) => `Too many requests. Sending continues at ${time}.`,
  paused: "Stopped. Nothing more is sent until you resume.",
  elsewhere: "Another tab is sending this batch.",
  /** @param reason one of the labels in `result.errors` */
  pausedBy: (reason: string) => `Stopped: ${reason} Nothing more is sent until you resume.`,
  pausedUnknown:
    "Stopped, because we couldn’t confirm that a request was received. It may have been charged and won’t be sent again.",
  done: "Everything was sent.",
  complete: "Everything is finished.",
  showResults: "View results",
  show: "View result",
  notStored:
    "Your browser’s storage is full. If you close this page, unsent generations will be lost.",

  entry: {
    waiting: "Waiting",
    sending: "Sending…",
    sent: "Sent",
    queued: "In queue",
    processing: "Generating…",
    completed: "Done",
    failed: "Failed",
    canceled: "Stopped",
    expired: "Expired",
    refused: "Not accepted. Not charged.",
    unknown: "Not confirmed. May have been charged.",
    omitted: "An image was too large to save. Remove this entry and add it again.",
  },
  resume: "Resume",
  stop: "Stop",
  retry: "Try again",
  edit: "Edit prompt",
  save: "Save",
  cancel: "Cancel",
  remove: "Remove from list",
  clear: "Clear list",
  forEntry: (action: string, prompt: string) => `${action}: ${prompt}`,
};

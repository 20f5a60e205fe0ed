/** Labels of hooks, separate so that hooks alone don't bundle component labels. */
export const offline = "You are offline. Generate again once the connection is back.";

export const modelUnavailable = (model: string): string =>
  `${model} can’t be run here. Choose another model.`;

/** @param time of day when it ends */
export const rateLimited = (time: string): string =>
  `That was a lot at once. You can generate again at ${time}.`;

export const tooManyJobs = (count: number): string =>
  count === 1
    ? "One run is under way, and only one may be at a time. Generate again once it is done."
    : `${count} runs are under way, and no more may be at a time. Generate again once one of them is done.`;

export const chooseAgain = "This was too large to keep. Choose it again.";

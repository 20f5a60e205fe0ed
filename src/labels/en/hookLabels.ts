// These labels are in a separate module, so that apps that use only hooks don't bundle the components' labels.
export const offline = "You’re offline. Reconnect to generate.";

export const modelUnavailable = (model: string): string =>
  `${model} isn’t available. Choose another model.`;

/** @param time time of day when the limit ends */
export const rateLimited = (time: string): string =>
  `Too many requests. You can generate again at ${time}.`;

export const tooManyJobs = (count: number): string =>
  count === 1
    ? "You can run one generation at a time. Wait for it to finish."
    : `You can run ${count} generations at a time. Wait for one to finish.`;

export const chooseAgain = "This was too large to save. Choose it again.";

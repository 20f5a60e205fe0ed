/** Error whose message contains no sensitive data, so it can be logged to the console. */
export class OwnError extends TypeError {}

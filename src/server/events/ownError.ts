/** Error whose message contains no sensitive data and can therefore be logged to the console. */
export class OwnError extends TypeError {}

/** Error whose message contains no data, so it can be printed to the console. */
export class OwnError extends TypeError {}

/** An error whose message quotes no data, so that the console may print it. */
export class OwnError extends TypeError {}

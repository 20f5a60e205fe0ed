/** An error whose message is Easel's own text and quotes no data, so the console may print it. */
export class OwnError extends TypeError {}

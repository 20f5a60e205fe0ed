/** Local redis-server without data, for one test file. */
export interface RunningRedis {
  readonly url: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** Starts a redis-server. @param more additional command-line arguments */
export function startRedis(port?: number, more?: readonly string[]): Promise<RunningRedis>;

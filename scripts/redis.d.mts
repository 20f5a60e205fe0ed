/** An empty redis-server on this machine, for one test file. */
export interface RunningRedis {
  readonly url: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** @param more additional arguments of redis-server */
export function startRedis(port?: number, more?: readonly string[]): Promise<RunningRedis>;

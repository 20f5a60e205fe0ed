/** An empty redis-server on this machine, for one test file. */
export interface RunningRedis {
  readonly url: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

export function startRedis(port?: number): Promise<RunningRedis>;

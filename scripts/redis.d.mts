/** A redis-server that runs on this machine, empty, for one test file. */
export interface RunningRedis {
  readonly url: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

export function ensureRedis(): string | undefined;
export function startRedis(port?: number): Promise<RunningRedis | undefined>;

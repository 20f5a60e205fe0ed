/** Local nginx in front of one server, for one test file. */
export interface RunningNginx {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

export function startNginx(upstreamPort: number): Promise<RunningNginx>;

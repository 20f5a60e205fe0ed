export interface FastTime {
  /** Acceleration factor. */
  readonly factor: number;
  /** Start of the acceleration in milliseconds since 1970, shared by all clocks. */
  readonly since: number;
}

/**
 * Accelerates a page's or thread's timers and both of its clocks, so that schedules keep their proportions. Has no
 * imports, because it is sent to the browser as text.
 */
export function fastTime({ factor, since }: FastTime): void {
  const RealDate = Date;
  const realTimeout = globalThis.setTimeout;
  const realInterval = globalThis.setInterval;
  const realNow = performance.now.bind(performance);
  const now = (): number => Math.round(since + (RealDate.now() - since) * factor);
  globalThis.Date = class extends RealDate {
    constructor(...values: readonly unknown[]) {
      super(...((values.length === 0 ? [now()] : values) as []));
    }
    static override now = now;
  } as DateConstructor;
  performance.now = () => realNow() * factor;
  globalThis.setTimeout = ((run: () => void, ms = 0, ...values: []) =>
    realTimeout(run, ms / factor, ...values)) as typeof setTimeout;
  globalThis.setInterval = ((run: () => void, ms = 0, ...values: []) =>
    realInterval(run, ms / factor, ...values)) as typeof setInterval;
}

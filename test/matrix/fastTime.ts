export interface FastTime {
  /** How many times as fast time is to run. */
  readonly factor: number;
  /** The moment at which it begins to, in milliseconds since 1970: the same for all who are to agree on the time. */
  readonly since: number;
}

/**
 * Makes time run faster for a whole page or thread: both clocks and the timers, so that schedules keep their proportions.
 * Self-contained, because it is sent to the browser as text.
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

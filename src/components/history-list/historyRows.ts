import type { Job } from "../../runtime/job.ts";

export type HistoryRow =
  | { readonly key: string; readonly day: string; readonly job?: undefined }
  | { readonly key: string; readonly job: Job };

const startOfDay = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

function dayText(day: number, today: number, locale: string): string {
  // Rounded, because a day has 23 or 25 hours when daylight saving time starts or ends.
  const ago = Math.round((day - today) / 86_400_000);
  if (ago === 0 || ago === -1) {
    return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(ago, "day");
  }
  const isThisYear = new Date(day).getFullYear() === new Date(today).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(isThisYear ? {} : { year: "numeric" }),
  }).format(day);
}

export function historyRows(
  jobs: readonly Job[],
  locale: string,
  now?: number,
): readonly HistoryRow[] {
  if (jobs.length === 0) return [];
  const today = startOfDay(now ?? Date.now());
  let last: number | undefined;
  return jobs.flatMap((job): readonly HistoryRow[] => {
    const day = startOfDay(job.startedAt);
    const row = { key: job.attemptId, job };
    if (day === last) return [row];
    last = day;
    return [{ key: `day ${day}`, day: dayText(day, today, locale) }, row];
  });
}

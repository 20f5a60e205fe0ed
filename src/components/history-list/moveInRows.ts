export interface RowMove {
  readonly key: string;
  readonly command: boolean;
  readonly from: number;
  readonly last: number;
  readonly page: number;
}

export function moveInRows({ key, command, from, last, page }: RowMove): number | undefined {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    ...(command && { Home: 0, End: last }),
  };
  const target = targets[key];
  return target === undefined ? undefined : Math.min(Math.max(target, 0), last);
}

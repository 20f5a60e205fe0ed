export interface RowMove {
  readonly key: string;
  readonly command: boolean;
  readonly from: number;
  readonly last: number;
  readonly page: number;
}

export function moveInRows({ key, command, from, last, page }: RowMove): number | undefined {
  switch (key) {
    case "ArrowDown":
      return Math.min(from + 1, last);
    case "ArrowUp":
      return Math.max(from - 1, 0);
    case "PageDown":
      return Math.min(from + page, last);
    case "PageUp":
      return Math.max(from - page, 0);
    case "Home":
      return command ? 0 : undefined;
    case "End":
      return command ? last : undefined;
    default:
      return undefined;
  }
}

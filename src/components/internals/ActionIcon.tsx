"use client";
import type { PartName } from "./partNames.ts";
import { useParts } from "./useParts.ts";

const paths = {
  download: "M8 2v8m0 0L4.8 6.9M8 10l3.2-3.1M2.8 13.4h10.4",
  copy: "M5.6 5.6V3.8q0-1.2 1.2-1.2h5.4q1.2 0 1.2 1.2v5.4q0 1.2-1.2 1.2h-1.8M3.8 5.6h5.4q1.2 0 1.2 1.2v5.4q0 1.2-1.2 1.2H3.8q-1.2 0-1.2-1.2V6.8q0-1.2 1.2-1.2Z",
  enlarge: "M9.6 2.6h3.8v3.8M13.2 2.8 9.2 6.8M6.4 13.4H2.6V9.6M2.8 13.2l4-4",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  previous: "M10 3 5 8l5 5",
  next: "m6 3 5 5-5 5",
  close: "m3.5 3.5 9 9m0-9-9 9",
  slide: "M8 2.2v11.6M5.2 5.6 2.8 8l2.4 2.4M10.8 5.6 13.2 8l-2.4 2.4",
  beside: "M2.6 3.6h4v8.8h-4ZM9.4 3.6h4v8.8h-4Z",
  star: "m8 2.2 1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4L2.2 6.5l4-.6Z",
  again: "M13 8a5 5 0 1 1-1.6-3.7M13.2 2.4v2.8h-2.8",
  seed: "M3.8 2.6h8.4q1.2 0 1.2 1.2v8.4q0 1.2-1.2 1.2H3.8q-1.2 0-1.2-1.2V3.8q0-1.2 1.2-1.2ZM5.6 5.6v.1M10.4 5.6v.1M8 8v.1M5.6 10.4v.1M10.4 10.4v.1",
  edit: "M3 13l.6-2.8 7.3-7.3q.7-.7 1.4 0l.8.8q.7.7 0 1.4L5.8 12.4ZM9.6 4.2l2.2 2.2",
  start:
    "M2.6 4.4q0-1.2 1.2-1.2h5.4M13.4 8v4.2q0 1.2-1.2 1.2H3.8q-1.2 0-1.2-1.2V4.4M2.8 11.4l3-3 2.4 2.4 1.6-1.6 3.4 3.4M12.4 2.2v4M10.4 4.2h4",
  vary: "M8 2.4 9.5 6.5 13.6 8 9.5 9.5 8 13.6 6.5 9.5 2.4 8 6.5 6.5ZM12.8 2.2v2.4M11.6 3.4H14",
  more: "M3.6 8v.1M8 8v.1M12.4 8v.1",
  swap: "M3 5.4h9.4M10 3l2.4 2.4L10 7.8M13 10.6H3.6M6 8.2l-2.4 2.4L6 13",
  delete: "M2.8 4.2h10.4M6.2 4V2.6h3.6V4M4 4.4l.6 9h6.8l.6-9M6.8 7v3.8M9.2 7v3.8",
  chevron: "m4 6 4 4 4-4",
  check: "m3 8.6 3.2 3.2L13 4.6",
  link: "M6.6 9.4a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.4 6.6a2.6 2.6 0 0 0-3.7 0L3.4 8.9a2.6 2.6 0 0 0 3.7 3.7l.8-.8",
  reuse: "M3 6.4h7.4a2.8 2.8 0 0 1 0 5.6H7M5.6 3.6 2.8 6.4l2.8 2.8",
  queued: "M3.6 8v.1M8 8v.1M12.4 8v.1",
  keyboard: "M2.2 4.2h11.6v7.6H2.2ZM5 9.4h6M4.8 6.8v.1M8 6.8v.1M11.2 6.8v.1",
  failed: "M8 2.6 14.2 13.4H1.8ZM8 6.6v3.2M8 11.4v.2",
  unknown:
    "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM6.3 6.6a1.7 1.7 0 1 1 2.4 1.6q-.7.4-.7 1M8 10.9v.2",
  blocked: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM4.2 4.2l7.6 7.6",
  canceled: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM6.2 6.2h3.6v3.6H6.2Z",
  info: "M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2ZM8 7.4v3.4M8 5v.2",
  expired: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM8 5v3.2l2 1.6",
} as const;

export interface ActionIconProps {
  readonly name: keyof typeof paths;
  readonly partName?: PartName;
}

export function ActionIcon({ name, partName = "image-result-icon" }: ActionIconProps) {
  const part = useParts();
  return (
    <svg
      {...part(partName)}
      data-icon={name}
      width={16}
      height={16}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}

"use client";
import { useParts } from "../internals/useParts.ts";

const paths = {
  star: "m8 2.2 1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4L2.2 6.5l4-.6Z",
  again: "M13 8a5 5 0 1 1-1.6-3.7M13.2 2.4v2.8h-2.8",
  expired: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM8 5v3.2l2 1.6",
} as const;

export interface HistoryIconProps {
  readonly name: keyof typeof paths;
}

/** Stands before an action's word, and in its place where there is little room. */
export function HistoryIcon({ name }: HistoryIconProps) {
  const part = useParts();
  return (
    <svg
      {...part("history-icon")}
      data-icon={name}
      width={16}
      height={16}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}

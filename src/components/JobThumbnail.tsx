"use client";
import { useState } from "react";
import type { Job } from "../hooks/index.ts";

export interface JobThumbnailProps {
  readonly job: Job;
  /** The part that it belongs to: `data-easel` is this word with `-image` or `-frame`. */
  readonly part: string;
}

/** What a job made, in small; where there is nothing to show, an empty frame. */
export function JobThumbnail({ job, part }: JobThumbnailProps) {
  const [failed, setFailed] = useState(false);
  const url = job.result?.images[0]?.url;
  return url === undefined || failed ? (
    <span data-easel={`${part}-frame`} />
  ) : (
    <img
      data-easel={`${part}-image`}
      src={url}
      alt=""
      width={56}
      height={56}
      decoding="async"
      onError={() => setFailed(true)}
    />
  );
}

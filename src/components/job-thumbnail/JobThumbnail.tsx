"use client";
import { useState } from "react";
import { fileKind } from "../../protocol/fileType.ts";
import type { Job } from "../../runtime/job.ts";
import { useParts } from "../internals/useParts.ts";

export interface JobThumbnailProps {
  readonly job: Job;
  readonly of: "batch-entry" | "job-tray" | "studio-run" | "history";
}

export function JobThumbnail({ job, of }: JobThumbnailProps) {
  const part = useParts();
  const [failed, setFailed] = useState(false);
  const image = job.result?.images[0];
  const hasImage = image && ["image", "unknown"].includes(fileKind(image));
  return !hasImage || failed ? (
    <span {...part(`${of}-frame`, "thumbnail-frame")} />
  ) : (
    <img
      {...part(`${of}-image`, "thumbnail")}
      src={image.url}
      alt=""
      width={56}
      height={56}
      decoding="async"
      onError={() => setFailed(true)}
    />
  );
}

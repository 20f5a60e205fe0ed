"use client";
import { useEasel } from "../../../hooks/useEasel.ts";
import { useImageLabels } from "../../internals/useImageLabels.ts";
import { useParts } from "../../internals/useParts.ts";
import { userMessage } from "../../internals/userMessage.ts";
import { formatBytes } from "./formatBytes.ts";
import { isDataUrl, isLocalUrl } from "./localUrl.ts";
import type { ImageSourceState } from "./useImageSource.ts";

/** Returns the file name in a URL, or its host if the path is empty. */
function urlName(url: string): string {
  const [path = ""] = url.replace(/^https?:\/\//i, "").split(/[?#]/);
  return path.split("/").findLast((segment) => segment !== "") ?? url;
}

interface ImageMessageProps {
  readonly state: ImageSourceState;
  readonly name: string;
  readonly label: string;
  readonly noCrop: boolean;
}

export function ImageMessage({ state, name, label, noCrop }: ImageMessageProps) {
  const part = useParts();
  const { settled, image, value } = state;
  const labels = useImageLabels();
  const { result } = useEasel().labels;
  const { locale, errors } = result;
  const { error, isPending } = state.upload;

  function describe(): string | undefined {
    if (!image) {
      if (!isDataUrl(value)) return undefined;
      const bytes = Math.floor((value.length - value.indexOf(",")) * 0.75);
      return formatBytes(bytes, locale);
    }
    const { original, width, height, blob } = image;
    const info = (across: number, down: number, bytes: number) =>
      labels.imageInfo(across, down, formatBytes(bytes, locale));
    const before = info(original.width, original.height, original.bytes);
    const after = info(width, height, blob.size);
    return before === after ? after : labels.resized(before, after);
  }

  const facts = describe();

  return (
    <div {...part("image-status")} role="status">
      {error && (
        <p {...part("image-failure")}>
          {labels.failures[error.code](name)}{" "}
          {error.error && (userMessage(error.error) ?? errors[error.error.code])}
        </p>
      )}
      {noCrop && <p {...part("image-failure")}>{errors.not_loaded}</p>}
      {settled && !isPending && !error && (
        <>
          <p {...part("image-file", "strong")} dir="auto">
            {image ? name : isLocalUrl(value) ? label : urlName(value)}
          </p>
          {facts !== undefined && <p {...part("image-facts", "figures")}>{facts}</p>}
        </>
      )}
    </div>
  );
}

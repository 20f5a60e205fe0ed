"use client";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { UseImageUploadResult } from "../../../hooks/useImageUpload.ts";
import { useParts } from "../../internals/useParts.ts";
import { userMessage } from "../../internals/userMessage.ts";
import { formatBytes } from "./formatBytes.ts";

interface ImageMessageProps {
  readonly upload: UseImageUploadResult;
  /** File name of the image. */
  readonly name: string;
  /** Whether the field holds an uploaded or inline image. */
  readonly held: boolean;
  readonly picture: UseImageUploadResult["picture"];
  readonly value: string;
  /** Used where the file name is unknown. */
  readonly label: string;
  /** Whether the crop dialog failed to load. */
  readonly noCrop: boolean;
}

/** Live region with facts about the image, or why it was refused. */
export function ImageMessage(props: ImageMessageProps) {
  const part = useParts();
  const { upload, name, held, picture, value, label, noCrop } = props;
  const {
    image: words,
    result: { locale, errors },
  } = useEasel().labels;
  const { error, busy } = upload;

  function describe(): string {
    if (!picture) {
      const bytes = Math.floor((value.length - value.indexOf(",")) * 0.75);
      return formatBytes(bytes, locale);
    }
    const { original, width, height, blob } = picture;
    const before = words.facts(
      original.width,
      original.height,
      formatBytes(original.bytes, locale),
    );
    const after = words.facts(width, height, formatBytes(blob.size, locale));
    return before === after ? after : words.madeSmaller(before, after);
  }

  return (
    <div {...part("image-words")} role="status">
      {error && (
        <p {...part("image-failure")}>
          {words.failures[error.code](name)}{" "}
          {error.error && (userMessage(error.error) ?? errors[error.error.code])}
        </p>
      )}
      {noCrop && <p {...part("image-failure")}>{errors.not_loaded}</p>}
      {held && !busy && !error && (
        <>
          <p {...part("image-file")} dir="auto">
            {picture ? name : label}
          </p>
          <p {...part("image-facts", "figures")}>{describe()}</p>
        </>
      )}
    </div>
  );
}

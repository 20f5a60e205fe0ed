"use client";
import { forwardRef, type CSSProperties } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { formatBytes } from "../fields/image/formatBytes.ts";
import { useObjectUrl } from "../fields/image/useObjectUrl.ts";
import { ActionIcon } from "../internals/ActionIcon.tsx";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useImageLabels } from "../internals/useImageLabels.ts";
import { useParts } from "../internals/useParts.ts";
import { useGenerateImage } from "./context/GenerateImageContext.ts";
import { useGenerateImageLabels } from "./context/useGenerateImageLabels.ts";

export type GenerateImagePreviewProps = PartProps<"div">;

/** Renders a `<div>` with a thumbnail of the image, its alt text, and its size, or an empty frame. */
export const GenerateImagePreview = forwardRef<HTMLDivElement, GenerateImagePreviewProps>(
  function GenerateImagePreview(props, ref) {
    const part = useParts(props.classNames);
    const image = useImageLabels();
    const { result } = useEasel().labels;
    const labels = useGenerateImageLabels();
    const { value, ratio = 1 } = useGenerateImage("GenerateImage.Preview");
    const file = value && "file" in value ? value.file : undefined;
    const fileUrl = useObjectUrl(file);
    const url = value && "url" in value ? value.url : fileUrl;
    const shape: CSSProperties = { aspectRatio: value ? value.width / value.height : ratio };
    return (
      <Part
        as="div"
        partName="generate-image-preview"
        kind="line"
        state={{ empty: !value }}
        own={props}
        ref={ref}
      >
        {url === undefined || !value ? (
          <span {...part("generate-image-empty")} style={shape} aria-hidden="true">
            <ActionIcon name="start" partName="generate-image-icon" />
          </span>
        ) : (
          <img {...part("generate-image-image")} src={url} alt={value.alt} style={shape} />
        )}
        {value && (
          <div {...part("generate-image-text", "stack")}>
            {/* The image's alt text already says this. */}
            <p
              {...part("generate-image-alt", "clamped")}
              aria-hidden={value.alt === "" ? undefined : true}
              dir="auto"
            >
              {value.alt || labels.noAlt}
            </p>
            {file && (
              <p {...part("generate-image-info", "figures")}>
                {image.imageInfo(value.width, value.height, formatBytes(file.size, result.locale))}
              </p>
            )}
          </div>
        )}
        {contentOf(props)}
      </Part>
    );
  },
);

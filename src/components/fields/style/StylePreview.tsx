"use client";
import type { ReactNode } from "react";
import type { FieldOption } from "../../../models/describeField.ts";
import { useParts } from "../../internals/useParts.ts";
import type { StylePreviewSet } from "./StylePreviewsContext.ts";

export type RenderPreview = (option: FieldOption) => ReactNode;

/** Sources of a picker's previews. If both are undefined, the styles are displayed by name. */
export interface PreviewSources {
  readonly renderPreview: RenderPreview | undefined;
  readonly previews: StylePreviewSet | undefined;
}

interface StylePreviewProps extends PreviewSources {
  readonly option: FieldOption;
}

export function StylePreview({ option, renderPreview, previews }: StylePreviewProps) {
  const part = useParts();
  if (!renderPreview && !previews) return null;
  const { images = {} } = previews ?? {};
  const image = Object.hasOwn(images, option.value) ? images[option.value] : undefined;
  return (
    <span {...part("style-preview")} aria-hidden>
      {renderPreview?.(option) ||
        (image !== undefined && (
          <img {...part("style-image")} src={image} alt="" decoding="async" draggable={false} />
        ))}
    </span>
  );
}

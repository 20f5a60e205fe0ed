"use client";
import { memo } from "react";
import type { FieldOption } from "../../../models/describeField.ts";
import { useParts } from "../../internals/useParts.ts";
import { optionLabel } from "../fieldOptions.ts";
import { StylePreview, type PreviewSources } from "./StylePreview.tsx";

interface StyleTileProps extends PreviewSources {
  readonly option: FieldOption;
  readonly selected: boolean;
  readonly favorite: string | undefined;
  readonly focusable: boolean;
  /** ID of the tile that Enter selects. Undefined for other tiles. */
  readonly activeId: string | undefined;
}

export const StyleTile = memo(function StyleTile(props: StyleTileProps) {
  const part = useParts();
  const { option, selected, favorite, focusable, activeId, renderPreview, previews } = props;
  return (
    <button
      {...part("style-tile", "button-bare")}
      id={activeId}
      data-active={activeId && ""}
      data-value={option.value}
      role="option"
      aria-selected={selected}
      tabIndex={focusable ? 0 : -1}
    >
      <StylePreview option={option} renderPreview={renderPreview} previews={previews} />
      <span {...part("style-name", "clamped")}>{optionLabel(option)}</span>
      {favorite !== undefined && (
        <span {...part("style-favorite")} role="img" aria-label={favorite} />
      )}
    </button>
  );
});

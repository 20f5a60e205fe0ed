"use client";
import { memo, type CSSProperties } from "react";
import type { FieldOption } from "../models/index.ts";
import { optionLabel } from "./fields/fieldOptions.ts";
import { styleSwatch } from "./styleSwatch.ts";

/** The drawn square of a style. */
export function Swatch({ option }: { readonly option: FieldOption }) {
  const { motif, hue, accent, tilt } = styleSwatch(option);
  const style = {
    "--easel-hue": `${hue}deg`,
    "--easel-hue-2": `${accent}deg`,
    "--easel-tilt": `${tilt}deg`,
  } as CSSProperties;
  return <span data-easel="style-swatch" data-motif={motif} style={style} aria-hidden />;
}

interface StyleTileProps {
  readonly option: FieldOption;
  readonly selected: boolean;
  /** The one tile of the grid that Tab comes to. */
  readonly focusable: boolean;
}

/** One style. The grid around it listens for presses, so that a hundred tiles carry no handlers. */
export const StyleTile = memo(function StyleTile({ option, selected, focusable }: StyleTileProps) {
  return (
    <button
      type="button"
      data-easel="style-tile"
      data-value={option.value}
      role="option"
      aria-selected={selected}
      tabIndex={focusable ? 0 : -1}
    >
      <Swatch option={option} />
      <span data-easel="style-name">{optionLabel(option)}</span>
    </button>
  );
});

"use client";
import { memo, type CSSProperties, type ReactNode } from "react";
import type { FieldOption } from "../../../models/describeField.ts";
import { useParts } from "../../internals/useParts.ts";
import { optionLabel } from "../fieldOptions.ts";
import { styleSwatch } from "./styleSwatch.ts";

export type RenderPreview = (option: FieldOption) => ReactNode;

interface SwatchProps {
  readonly option: FieldOption;
  readonly renderPreview: RenderPreview | undefined;
}

/** Cache of swatches by option. The list renders all swatches each time it opens. */
const drawn = new WeakMap<FieldOption, ReturnType<typeof draw>>();

function draw(option: FieldOption) {
  const { motif, hue, accent, tilt, chroma } = styleSwatch(option);
  const style = {
    "--easel-hue": `${hue}deg`,
    "--easel-hue-2": `${accent}deg`,
    "--easel-tilt": `${tilt}deg`,
    "--easel-chroma": chroma,
  } as CSSProperties;
  return { "data-motif": motif, style };
}

export function Swatch({ option, renderPreview }: SwatchProps) {
  const part = useParts();
  const preview = renderPreview?.(option);
  if (preview !== undefined && preview !== null && preview !== false) {
    return (
      <span {...part("style-swatch")} data-own="" aria-hidden>
        {preview}
      </span>
    );
  }
  const look = drawn.get(option) ?? draw(option);
  drawn.set(option, look);
  return <span {...part("style-swatch")} {...look} aria-hidden />;
}

interface StyleTileProps extends SwatchProps {
  readonly selected: boolean;
  readonly favorite: string | undefined;
  readonly focusable: boolean;
}

export const StyleTile = memo(function StyleTile(props: StyleTileProps) {
  const part = useParts();
  const { option, selected, favorite, focusable, renderPreview } = props;
  return (
    <button
      {...part("style-tile", "button-bare")}
      data-value={option.value}
      role="option"
      aria-selected={selected}
      tabIndex={focusable ? 0 : -1}
    >
      <Swatch option={option} renderPreview={renderPreview} />
      <span {...part("style-name", "clamped")}>{optionLabel(option)}</span>
      {favorite !== undefined && (
        <span {...part("style-favorite")} role="img" aria-label={favorite} />
      )}
    </button>
  );
});

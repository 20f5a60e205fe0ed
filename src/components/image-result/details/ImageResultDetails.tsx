"use client";
import { forwardRef } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { contentOf, Part, type PartProps } from "../../internals/Part.tsx";
import type { JobInput } from "../../internals/promptOf.ts";
import { useParts } from "../../internals/useParts.ts";
import { useImageResult, useImageResultActions } from "../context/ImageResultContext.ts";
import { resultRows, type ResultRow } from "./resultRows.ts";

export type ImageResultDetailsProps = PartProps<"details">;

interface DetailRowProps extends ResultRow {
  readonly onUse: ((values: JobInput) => void) | undefined;
}

function DetailRow({ label, value, use, onUse }: DetailRowProps) {
  const part = useParts();
  const labels = useEasel().labels.result;
  return (
    <div {...part("image-result-row")}>
      <dt>{label}</dt>
      <dd>
        <span dir="auto">{value}</span>
        {use && onUse && (
          <button
            {...part("image-result-use", "button-bare")}
            aria-label={labels.forField(labels.useThis, label)}
            onClick={() => onUse(use)}
          >
            {labels.useThis}
          </button>
        )}
      </dd>
    </div>
  );
}

/** Parameters, seed, times and cost, to use again with the root's `onUse`. Renders a `<details>`; nothing without a result. */
export const ImageResultDetails = forwardRef<HTMLDetailsElement, ImageResultDetailsProps>(
  function ImageResultDetails(props, ref) {
    const part = useParts(props.classNames);
    const labels = useEasel().labels.result;
    const { onUse, ...facts } = useImageResult("ImageResult.Details");
    const { notify } = useImageResultActions("ImageResult.Details");
    if (!facts.result) return null;

    function use(values: JobInput, label: string) {
      onUse?.(values);
      notify({ message: labels.used(label), about: facts.result });
    }

    return (
      <Part as="details" partName="image-result-details" own={props} ref={ref}>
        <summary {...part("image-result-summary")}>{labels.details}</summary>
        <dl {...part("image-result-rows")}>
          {resultRows(facts, labels).map((row) => (
            <DetailRow
              key={row.name}
              {...row}
              onUse={onUse && ((values) => use(values, row.label))}
            />
          ))}
        </dl>
        {contentOf(props)}
      </Part>
    );
  },
);

"use client";
import { forwardRef } from "react";
import { lazyModule } from "../../../client/lazyModule.ts";
import { useEasel } from "../../../hooks/useEasel.ts";
import { contentOf, Part, type PartProps } from "../../internals/Part.tsx";
import { useLazyModule } from "../../internals/useLazyModule.ts";
import { useParts } from "../../internals/useParts.ts";
import { ActionButton } from "../context/ActionButton.tsx";
import { useImageResult } from "../context/ImageResultContext.ts";

export type ImageResultDetailsProps = PartProps<"details">;

const rowsModule = lazyModule(() => import("./resultRows.ts"));

/** Renders a `<details>` with a result's settings, seed, times, and cost. Renders nothing without a result. */
export const ImageResultDetails = forwardRef<HTMLDetailsElement, ImageResultDetailsProps>(
  function ImageResultDetails(props, ref) {
    const part = useParts(props.classNames);
    const labels = useEasel().labels.result;
    const { onApply, ...facts } = useImageResult("ImageResult.Details");
    const loaded = useLazyModule(rowsModule, facts.result !== undefined);
    if (!facts.result) return null;
    return (
      <Part as="details" partName="image-result-details" own={props} ref={ref}>
        <summary {...part("image-result-summary", "line")}>{labels.details}</summary>
        <dl {...part("image-result-rows")}>
          {loaded?.resultRows(facts, labels).map(({ name, label, value, use }) => (
            <div key={name} {...part("image-result-row", "row")}>
              <dt>{label}</dt>
              <dd>
                <span dir="auto">{value}</span>
                {use && onApply && (
                  <ActionButton
                    partName="image-result-apply"
                    kind="button-bare"
                    aria-label={labels.forField(labels.useThis, label)}
                    act={() => {
                      onApply(use);
                      return { message: labels.used(label) };
                    }}
                    word={labels.useThis}
                    doneWord={labels.done.reuse}
                  />
                )}
              </dd>
            </div>
          ))}
        </dl>
        {contentOf(props)}
      </Part>
    );
  },
);

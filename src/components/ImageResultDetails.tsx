"use client";
import { forwardRef } from "react";
import { useEasel } from "../hooks/index.ts";
import { fillPart } from "./fillPart.ts";
import { useImageResult } from "./ImageResultContext.ts";
import { renderPart, type PartProps } from "./renderPart.ts";
import { resultRows } from "./resultRows.ts";

export type ImageResultDetailsProps = PartProps<"details">;

/**
 * How the result came to be: model, every parameter, the seed that was used, times, and the cost where the host shows
 * it. Renders a `<details>`; nothing before there is a result.
 */
export const ImageResultDetails = forwardRef<HTMLDetailsElement, ImageResultDetailsProps>(
  function ImageResultDetails(props, ref) {
    const words = useEasel().labels.result;
    const facts = useImageResult("Details");
    if (!facts.result) return null;

    return renderPart({
      as: "details",
      name: "image-result-details",
      ref,
      props: {
        ...props,
        children: fillPart(props, (given) => (
          <>
            <summary data-easel="image-result-summary">{words.details}</summary>
            <dl data-easel="image-result-rows">
              {resultRows(facts, words).map(({ name, label, value }) => (
                <div key={name} data-easel="image-result-row">
                  <dt>{label}</dt>
                  <dd dir="auto">{value}</dd>
                </div>
              ))}
            </dl>
            {given}
          </>
        )),
      },
    });
  },
);

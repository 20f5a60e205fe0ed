"use client";
import { forwardRef, Fragment, type CSSProperties, type ReactNode } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useParts } from "../internals/useParts.ts";
import { ImageResultAiLabel } from "./ai-label/ImageResultAiLabel.tsx";
import { ImageIndexContext, useImageResult } from "./context/ImageResultContext.ts";
import { isWaiting, requestedCount } from "./context/shownCount.ts";
import { ImageResultCopy } from "./download/ImageResultCopy.tsx";
import { ImageResultDownload } from "./download/ImageResultDownload.tsx";
import { ImageResultEmpty } from "./ImageResultEmpty.tsx";
import { ImageResultImage } from "./ImageResultImage.tsx";
import { ImageResultZoom } from "./zoom/ImageResultZoom.tsx";

/** Props of `ImageResult.Grid`. The children are rendered once for each image. */
export interface ImageResultGridProps extends PartProps<"div"> {
  /** Content in the middle of the placeholders, such as `JobProgress`. It stays mounted when the images appear. */
  readonly progress?: ReactNode;
}

function OneImage() {
  const part = useParts();
  return (
    <>
      <ImageResultImage />
      <div {...part("image-result-actions", "line")}>
        <ImageResultZoom />
        <ImageResultDownload />
        <ImageResultCopy />
      </div>
    </>
  );
}

const indices = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

/** Renders a `<div>` with a result's images or text, placeholders while pending, or the reason for an empty result. */
export const ImageResultGrid = forwardRef<HTMLDivElement, ImageResultGridProps>(
  function ImageResultGrid({ progress, ...props }, ref) {
    const part = useParts(props.classNames);
    const text = useEasel().labels.result;
    const facts = useImageResult("ImageResult.Grid");
    const { status, result, ratio, shownCount, loading } = facts;
    const asked = requestedCount(facts);
    const got = result?.images.length ?? 0;

    function content(template: ReactNode): ReactNode {
      if (isWaiting(facts)) {
        return indices(shownCount).map((index) => (
          <div key={index} aria-hidden="true" {...part("image-result-placeholder")} />
        ));
      }
      if (result?.text !== undefined) {
        return (
          <p {...part("image-result-text")} dir="auto">
            {result.text}
          </p>
        );
      }
      if (got === 0) return <ImageResultEmpty />;
      return (
        // The key removes the previous result's images immediately, instead of when the new images load.
        <Fragment key={result?.requestId}>
          {result?.images.map(({ url }, index) => (
            // eslint-disable-next-line react/no-array-index-key -- URLs may repeat
            <ImageIndexContext.Provider key={index} value={index}>
              <figure
                {...part("image-result-figure")}
                data-loading={loading.has(url) ? "" : undefined}
              >
                {template ?? <OneImage />}
                <ImageResultAiLabel />
                {loading.has(url) && (
                  <span {...part("image-result-loading", "caption")} aria-hidden="true">
                    {text.loadingImage}
                  </span>
                )}
              </figure>
            </ImageIndexContext.Provider>
          ))}
          {got < asked && <p {...part("image-result-fewer")}>{text.fewerImages(got, asked)}</p>}
        </Fragment>
      );
    }

    return (
      <Part
        as="div"
        partName="image-result-grid"
        kind="stack"
        state={{ status, count: String(shownCount) }}
        own={props}
        style={{ "--easel-ratio": ratio } as CSSProperties}
        ref={ref}
      >
        {content(contentOf(props))}
        {progress !== undefined && <div {...part("image-result-progress")}>{progress}</div>}
      </Part>
    );
  },
);

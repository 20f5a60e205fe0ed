"use client";
import { forwardRef, useEffect, useImperativeHandle, useRef, useState } from "react";
import { useDisabledReasons } from "../../hooks/useDisabledReasons.ts";
import { useEasel } from "../../hooks/useEasel.ts";
import { Part, type PartProps } from "../internals/Part.tsx";
import { useParts } from "../internals/useParts.ts";
import {
  useImageResultActions,
  useResultImage,
  type ImageIndexProps,
} from "./context/ImageResultContext.ts";
import { imageSize } from "./context/imageSize.ts";
import { ResultFile } from "./ResultFile.tsx";

export type ImageResultImageProps = Omit<PartProps<"img">, "src"> & ImageIndexProps;

// Clicks the zoom button. Focuses the button first, because the dialog returns focus to the button on close.
function clickZoom(image: HTMLElement) {
  const around = image.closest('[data-easel="image-result-figure"], [data-easel="image-result"]');
  const button = around?.querySelector<HTMLElement>('[data-easel="image-result-zoom"]');
  button?.focus();
  button?.click();
}

/** Renders an `<img>`, `<video>`, link, or missing-file message. The `ref` and other props apply only to an `<img>`. */
export const ImageResultImage = forwardRef<HTMLImageElement, ImageResultImageProps>(
  function ImageResultImage({ index: ownIndex, ...props }, ref) {
    const part = useParts(props.classNames);
    const labels = useEasel().labels.result;
    const about = useResultImage("ImageResult.Image", ownIndex);
    const { image, kind, isImage, index, count, isMissing, prompt, input } = about;
    const { setMissing, setNotImage, learnRatio } = useImageResultActions("ImageResult.Image");
    const offline = useDisabledReasons().reasons.some(({ code }) => code === "offline");
    const [loaded, setLoaded] = useState<string>();
    const url = image?.url;

    function finish(element: HTMLImageElement): void {
      setLoaded(url);
      learnRatio(element);
    }

    const element = useRef<HTMLImageElement>(null);
    useImperativeHandle(ref, () => element.current as HTMLImageElement);
    useEffect(() => {
      // A server-rendered image may have loaded or failed before hydration. A failed image is requested again.
      if (!url || !element.current?.complete) return;
      if (element.current.naturalWidth > 0) finish(element.current);
      else element.current.src = url;
      // eslint-disable-next-line react-hooks/exhaustive-deps -- runs once for each image
    }, [url]);

    if (!image) return null;
    if (isMissing) {
      return (
        <div {...part("image-result-missing")}>
          <p>{offline ? labels.missingOffline : labels.missing}</p>
          <button
            {...part("image-result-load", "button")}
            aria-label={labels.forImage(labels.loadAgain, index, count)}
            onClick={() => setMissing(image.url, false)}
          >
            {labels.loadAgain}
          </button>
        </div>
      );
    }

    if (!isImage) return <ResultFile key={image.url} index={index} />;

    const { width, height } = imageSize(input);
    return (
      <Part
        as="img"
        partName="image-result-image"
        state={{ loading: loaded !== image.url }}
        alt={labels.alt(prompt, index, count)}
        width={width}
        height={height}
        decoding="async"
        own={props}
        src={image.url}
        onClick={(event) => clickZoom(event.currentTarget)}
        onLoad={(event) => finish(event.currentTarget)}
        onError={() => {
          if (kind === "unknown") setNotImage(image.url);
          else setMissing(image.url, true);
        }}
        ref={element}
      />
    );
  },
);

"use client";
import { forwardRef, useImperativeHandle, useRef } from "react";
import { useDisabledReasons } from "../../hooks/useDisabledReasons.ts";
import { useEasel } from "../../hooks/useEasel.ts";
import { Part, type PartProps } from "../internals/Part.tsx";
import { useBrowserLayoutEffect } from "../internals/useBrowserLayoutEffect.ts";
import { useParts } from "../internals/useParts.ts";
import {
  useImageResultActions,
  useResultImage,
  type ImageIndexProps,
} from "./context/ImageResultContext.ts";
import { imageSize } from "./context/imageSize.ts";
import { imageSeed } from "./context/resultSeed.ts";
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
    const { image, kind, isImage, index, count, isMissing, isLoading, prompt, input } = about;
    const actions = useImageResultActions("ImageResult.Image");
    const { setMissing, setNotImage, setLoading, learnRatio } = actions;
    const offline = useDisabledReasons().reasons.some(({ code }) => code === "offline");
    const url = isImage && !isMissing ? image?.url : undefined;

    const element = useRef<HTMLImageElement>(null);
    useImperativeHandle(ref, () => element.current as HTMLImageElement);

    function reveal(img: HTMLImageElement): void {
      if (url !== undefined) setLoading(url, false);
      learnRatio(img);
    }

    useBrowserLayoutEffect(() => {
      const img = element.current;
      if (!img || url === undefined) return undefined;
      // A cached or server-rendered image may have loaded or failed already. A failed image is requested again.
      if (img.complete && img.naturalWidth > 0) {
        learnRatio(img);
        return undefined;
      }
      setLoading(url, true);
      if (img.complete) img.src = url;
      // Test environments such as happy-dom decode images, but don't load them.
      img.decode?.().then(
        () => reveal(img),
        () => undefined,
      );
      return () => setLoading(url, false);
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
    const seed = imageSeed(about.result, index);
    return (
      <Part
        as="img"
        partName="image-result-image"
        state={{ loading: isLoading }}
        alt={labels.alt(prompt, index, count)}
        title={seed === undefined ? undefined : labels.forField(labels.seedUsed, seed)}
        width={width}
        height={height}
        decoding="async"
        own={props}
        src={image.url}
        onClick={(event) => clickZoom(event.currentTarget)}
        onLoad={({ currentTarget: img }) => {
          // Hidden tabs don't decode images. A browser that can't decode one separately can still render it.
          if (document.hidden || !img.decode) reveal(img);
          else
            void img.decode().then(
              () => reveal(img),
              () => reveal(img),
            );
        }}
        onError={() => {
          if (kind === "unknown") setNotImage(image.url);
          else setMissing(image.url, true);
        }}
        ref={element}
      />
    );
  },
);

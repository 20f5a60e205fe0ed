"use client";
import { forwardRef, useRef, useState, type CSSProperties, type MouseEvent } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { ActionIcon } from "../../internals/ActionIcon.tsx";
import { contentOf, Part, type PartProps } from "../../internals/Part.tsx";
import { useImageActionLabels } from "../../internals/useImageActionLabels.ts";
import { useParts } from "../../internals/useParts.ts";
import { useImageResult } from "../context/ImageResultContext.ts";
import { distinctNames } from "./distinctNames.ts";
import { useCompareSides, type ComparedSide, type CompareSide } from "./useCompareSides.ts";

export interface ImageResultCompareProps extends PartProps<"div"> {
  /** First image. @default the job's start image */
  readonly before?: CompareSide | undefined;
  /** Second image. @default the image at this part's position in `Grid`, or the result's first image */
  readonly after?: CompareSide | undefined;
  readonly defaultSideBySide?: boolean | undefined;
}

/** Distance in pixels from which a finger drags the slider instead of tapping or scrolling. */
const touchSlop = 8;

interface ComparedImageProps extends ComparedSide {
  readonly side: "before" | "after";
  /** Short form of the label. */
  readonly name: string;
}

function ComparedImage({ side, url, label, name, alt }: ComparedImageProps) {
  const part = useParts();
  const labels = useEasel().labels.result;
  const [failed, setFailed] = useState<string>();
  return (
    <figure {...part("compare-side")} data-side={side}>
      {failed === url ? (
        <p {...part("compare-missing")}>{labels.missing}</p>
      ) : (
        <img
          {...part("compare-image")}
          src={url}
          alt={alt}
          decoding="async"
          draggable={false}
          onError={() => setFailed(url)}
        />
      )}
      <figcaption {...part("compare-label")} title={label}>
        {name}
      </figcaption>
    </figure>
  );
}

/**
 * Renders a `<div>` that compares two images in a slider or side by side. Arrow keys move the slider, and Space shows one
 * image, then the other. A click on one of the images side by side shows it in full. Renders nothing if an image is missing.
 */
export const ImageResultCompare = forwardRef<HTMLDivElement, ImageResultCompareProps>(
  function ImageResultCompare(
    { before: givenBefore, after: givenAfter, defaultSideBySide = false, ...props },
    ref,
  ) {
    const part = useParts(props.classNames);
    const labels = useEasel().labels.result;
    const actionText = useImageActionLabels();
    const { ratio } = useImageResult("ImageResult.Compare");
    const { before, after } = useCompareSides(givenBefore, givenAfter);
    const [share, setShare] = useState(50);
    const [sideBySide, setSideBySide] = useState(defaultSideBySide);
    const slider = useRef<HTMLInputElement>(null);
    /** Position of a finger that may be about to scroll the page. */
    const pressedAt = useRef<number>(undefined);
    if (!before || !after) return null;

    const percent = new Intl.NumberFormat(labels.locale, { style: "percent" }).format(share / 100);

    const [beforeName, afterName] = distinctNames(before.label, after.label);

    function moveTo({ currentTarget, clientX }: MouseEvent<HTMLElement>) {
      const { left, width } = currentTarget.getBoundingClientRect();
      const fromLeft = (100 * (clientX - left)) / Math.max(1, width);
      const isRightToLeft = getComputedStyle(currentTarget).direction === "rtl";
      const from = isRightToLeft ? 100 - fromLeft : fromLeft;
      setShare(Math.round(Math.min(100, Math.max(0, from))));
    }

    /** Shows one image in full. Keyboard users press Space on the slider instead. */
    function enlarge(side: string) {
      setShare(side === "before" ? 100 : 0);
      setSideBySide(false);
      // The slider handles Space and Escape, and is rendered only now.
      requestAnimationFrame(() => slider.current?.focus({ preventScroll: true }));
    }

    return (
      <Part
        as="div"
        partName="image-result-compare"
        kind="stack"
        state={{ mode: sideBySide ? "side-by-side" : "slider" }}
        role="group"
        aria-label={actionText.compare}
        own={props}
        style={{ "--easel-ratio": ratio, "--easel-share": `${share}%` } as CSSProperties}
        ref={ref}
      >
        <div {...part("compare-tools", "line")}>
          <button
            {...part("compare-mode", "button")}
            aria-pressed={sideBySide}
            onClick={() => setSideBySide(!sideBySide)}
          >
            <ActionIcon name="beside" />
            {actionText.sideBySide}
          </button>
          {contentOf(props)}
        </div>
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the slider handles the keys */}
        <div
          {...part("compare-images", "stack")}
          onPointerDown={(event) => {
            if (sideBySide || event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            pressedAt.current = event.pointerType === "touch" ? event.clientX : undefined;
            if (pressedAt.current === undefined) moveTo(event);
            // Focuses the slider, so that arrow keys continue from the pointer's position.
            event.preventDefault();
            slider.current?.focus({ preventScroll: true });
          }}
          onPointerMove={(event) => {
            if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
            if (Math.abs(event.clientX - (pressedAt.current ?? Infinity)) < touchSlop) return;
            pressedAt.current = undefined;
            moveTo(event);
          }}
          onClick={(event) => {
            if (!sideBySide) return moveTo(event);
            const { target } = event;
            const side = (target as Element).closest<HTMLElement>("[data-side]")?.dataset["side"];
            return side && enlarge(side);
          }}
        >
          <ComparedImage side="before" name={beforeName} {...before} />
          <ComparedImage side="after" name={afterName} {...after} />
          {!sideBySide && (
            <>
              <input
                ref={slider}
                type="range"
                {...part("compare-slider")}
                min={0}
                max={100}
                value={share}
                aria-label={actionText.compareSlider}
                aria-valuetext={actionText.compareShare(percent, before.label)}
                aria-keyshortcuts="Space"
                onChange={({ target }) => setShare(Number(target.value))}
                onKeyDown={(event) => {
                  if (event.key !== " ") return;
                  event.preventDefault();
                  setShare(share === 100 ? 0 : 100);
                }}
              />
              <span {...part("compare-line")} aria-hidden="true" />
              <span {...part("compare-handle")} aria-hidden="true">
                <ActionIcon name="slide" />
              </span>
            </>
          )}
        </div>
      </Part>
    );
  },
);

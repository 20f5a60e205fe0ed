"use client";
import {
  forwardRef,
  Fragment,
  useEffect,
  useImperativeHandle,
  useRef,
  type CSSProperties,
  type ReactNode,
} from "react";
import { lazyModule } from "../../client/lazyModule.ts";
import { useEasel } from "../../hooks/useEasel.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useLazyModule } from "../internals/useLazyModule.ts";
import { useLoadedPart } from "../internals/useLoadedPart.ts";
import { useParts } from "../internals/useParts.ts";
import { ImageResultZoom } from "./actions/ImageResultZoom.tsx";
import { ImageResultAiLabel } from "./ai-label/ImageResultAiLabel.tsx";
import {
  ImageIndexContext,
  useImageResult,
  useImageResultActions,
} from "./context/ImageResultContext.ts";
import { isWaiting, requestedCount } from "./context/shownCount.ts";
import { ImageResultCopy } from "./download/ImageResultCopy.tsx";
import { ImageResultDownload } from "./download/ImageResultDownload.tsx";
import { ImageResultEmpty } from "./ImageResultEmpty.tsx";
import { ImageResultImage } from "./ImageResultImage.tsx";

/** Props of `ImageResult.Grid`. The children are rendered once for each image. */
export interface ImageResultGridProps extends PartProps<"div"> {
  /** Content in the middle of the placeholders, such as `JobProgress`. It stays mounted when the images appear. */
  readonly progress?: ReactNode;
}

const actionsModule = lazyModule(() => import("./actions/ImageActions.tsx"));
const loadComparison = async () => (await import("./compare/ImageComparison.tsx")).ImageComparison;

/** Loads the actions while the job is pending, because the connection may be lost before the images arrive. */
function useActions() {
  const { status, onGenerate, onStart, onUse, onFavoriteChange, onDelete, onCompare } =
    useImageResult("ImageResult.Grid");
  const hasActions = [onGenerate, onStart, onUse, onFavoriteChange, onDelete, onCompare].some(
    (action) => action !== undefined,
  );
  return useLazyModule(actionsModule, hasActions && status !== "idle")?.ImageActions;
}

function OneImage({ actions: Actions }: { readonly actions: ReturnType<typeof useActions> }) {
  const part = useParts();
  return (
    <>
      <ImageResultImage />
      <div {...part("image-result-actions", "line")} data-full={Actions ? "" : undefined}>
        {Actions && <Actions place="start" />}
        <ImageResultZoom />
        <ImageResultDownload />
        {Actions ? <Actions place="end" /> : <ImageResultCopy />}
      </div>
    </>
  );
}

/** Replaces the images with a comparison. Returns focus to the images when it closes. */
function useComparison() {
  const { errors } = useEasel().labels.result;
  const { comparison, result } = useImageResult("ImageResult.Grid");
  const { compare, notify } = useImageResultActions("ImageResult.Grid");
  const { Part: View, open } = useLoadedPart(loadComparison);
  const grid = useRef<HTMLDivElement>(null);
  const isOpen = comparison !== undefined;
  const wasOpen = useRef(false);
  useEffect(() => {
    if (isOpen) {
      open(() => {
        compare();
        notify({ message: errors.not_loaded, hasFailed: true, about: result });
      });
    } else if (wasOpen.current && document.activeElement === document.body) {
      // The first buttons may be hidden, because a small image has no room for them.
      for (const button of grid.current?.querySelectorAll("button") ?? []) {
        button.focus({ preventScroll: true });
        if (document.activeElement === button) break;
      }
    }
    wasOpen.current = isOpen;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- runs when a comparison opens or closes
  }, [isOpen]);
  return { grid, isOpen, view: comparison && View && <View {...comparison} /> };
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
    const actions = useActions();
    const { grid, isOpen, view } = useComparison();
    useImperativeHandle(ref, () => grid.current as HTMLDivElement);

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
      if (isOpen) return view ?? <div aria-hidden="true" {...part("image-result-placeholder")} />;
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
                {template ?? <OneImage actions={actions} />}
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
        state={{ status, count: isOpen ? "1" : String(shownCount) }}
        own={props}
        style={{ "--easel-ratio": ratio } as CSSProperties}
        ref={grid}
      >
        {content(contentOf(props))}
        {progress !== undefined && <div {...part("image-result-progress")}>{progress}</div>}
      </Part>
    );
  },
);

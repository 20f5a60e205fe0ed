"use client";
import { forwardRef, useEffect, useState, type CSSProperties } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { useModelLabels } from "../../hooks/useModelLabels.ts";
import { useStableActions } from "../../hooks/useStableActions.ts";
import { ImagesLoadingContext } from "../internals/ImagesLoadingContext.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { promptOf } from "../internals/promptOf.ts";
import { useLoadedPart } from "../internals/useLoadedPart.ts";
import { useParts } from "../internals/useParts.ts";
import { useStableObject } from "../internals/useStableObject.ts";
import type { Comparison } from "./context/continueOptions.ts";
import {
  ImageResultActionsContext,
  ImageResultContext,
  type ResultFacts,
} from "./context/ImageResultContext.ts";
import { shownCount } from "./context/shownCount.ts";
import { useNotice } from "./context/useNotice.ts";
import { useImageRatio } from "./useImageRatio.ts";

export interface ImageResultRootProps extends PartProps<"section">, ResultFacts {
  /** Description of the images for their alt text. @default the prompt */
  readonly alt?: string | undefined;
}

type Urls = ReadonlySet<string>;

/** Returns the set with or without a URL. Returns the same set if nothing changes. */
function withUrl(urls: Urls, url: string, isIn: boolean): Urls {
  if (urls.has(url) === isIn) return urls;
  return new Set(isIn ? [...urls, url] : [...urls].filter((one) => one !== url));
}

const loadZoom = async () => (await import("./zoom/ZoomDialog.tsx")).ZoomDialog;

/** Provides a result to the parts inside. Renders a labeled `<section>` with a live region for messages. */
export const ImageResultRoot = forwardRef<HTMLElement, ImageResultRootProps>(
  function ImageResultRoot(
    { status, result, input, alt, model: asGiven, error, onApply, onReuse, ...others },
    ref,
  ) {
    const { models, onGenerate, onStart, onUse, favorite, onFavoriteChange, ...more } = others;
    const { onDelete, onCompare, comparison: given, onCompareEnd, omitted, ...props } = more;
    const part = useParts(props.classNames);
    const { labels } = useEasel();
    const model = useModelLabels(asGiven);
    const [notice, notify] = useNotice();
    const [missing, setMissingUrls] = useState<Urls>(new Set());
    const [notImages, setNotImages] = useState<Urls>(new Set());
    const [loading, setLoadingUrls] = useState<Urls>(new Set());
    const prompt = alt ?? (promptOf(input) || (result?.prompt ?? ""));

    const [ratio, learnRatio] = useImageRatio(input, model);
    const zoom = useLoadedPart(loadZoom);
    const [enlarged, setEnlarged] = useState(0);
    const [own, setOwn] = useState<{ readonly of: typeof result; readonly pair: Comparison }>();
    const comparison = given ?? (own && own.of === result ? own.pair : undefined);
    const actions = useStableActions({
      learnRatio,
      notify,
      setMissing: (url: string, isMissing: boolean) =>
        setMissingUrls((all) => withUrl(all, url, isMissing)),
      setNotImage: (url: string) => setNotImages((all) => withUrl(all, url, true)),
      setLoading: (url: string, isLoading: boolean) =>
        setLoadingUrls((all) => withUrl(all, url, isLoading)),
      enlarge: (index: number, url: string) => {
        setEnlarged(index);
        zoom.open(() => window.open(url, "_blank", "noopener,noreferrer"));
      },
      compare: (pair?: Comparison) => {
        setOwn(pair && { of: result, pair });
        if (!pair) onCompareEnd?.();
      },
    });

    // When the browser comes back online, reloads the images that failed to load.
    useEffect(() => {
      const loadAgain = () => setMissingUrls(new Set());
      window.addEventListener("online", loadAgain);
      return () => window.removeEventListener("online", loadAgain);
    }, []);

    const facts = { status, result, input, model, error, prompt, ratio };
    const count = shownCount(facts);
    const about = { missing, notImages, loading, shownCount: count };
    const callbacks = { onApply, onReuse, onGenerate, onStart, onUse, onFavoriteChange };
    const next = { models, omitted, favorite, onDelete, onCompare, comparison, onCompareEnd };
    const state = useStableObject({ ...facts, ...about, ...callbacks, ...next });
    const isLoading = loading.size > 0;
    return (
      <ImageResultContext.Provider value={state}>
        <ImageResultActionsContext.Provider value={actions}>
          <Part
            as="section"
            partName="image-result"
            kind="root"
            state={{ status, count: comparison ? "1" : String(count), loading: isLoading }}
            aria-label={labels.result.result}
            own={props}
            style={{ "--easel-ratio": ratio } as CSSProperties}
            ref={ref}
          >
            <ImagesLoadingContext.Provider value={isLoading}>
              {contentOf(props)}
            </ImagesLoadingContext.Provider>
            <p
              role="status"
              {...part("image-result-notice", notice.hasFailed ? undefined : "live")}
              data-failed={notice.hasFailed ? "" : undefined}
            >
              {notice.about === result ? notice.message : ""}
            </p>
            {zoom.Part && <zoom.Part index={enlarged} onClose={zoom.close} />}
          </Part>
        </ImageResultActionsContext.Provider>
      </ImageResultContext.Provider>
    );
  },
);

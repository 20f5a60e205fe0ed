"use client";
import { forwardRef, useEffect, useState } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { useModelLabels } from "../../hooks/useModelLabels.ts";
import { useStableActions } from "../../hooks/useStableActions.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { promptOf } from "../internals/promptOf.ts";
import { useLoadedPart } from "../internals/useLoadedPart.ts";
import { useParts } from "../internals/useParts.ts";
import { useStableObject } from "../internals/useStableObject.ts";
import {
  ImageResultActionsContext,
  ImageResultContext,
  type ResultFacts,
  type ResultNotice,
} from "./context/ImageResultContext.ts";
import { useImageRatio } from "./useImageRatio.ts";

export interface ImageResultRootProps extends PartProps<"section">, ResultFacts {
  /** Description of the images for their alt text. @default the prompt */
  readonly alt?: string | undefined;
}

const loadZoom = async () => (await import("./zoom/ZoomDialog.tsx")).ZoomDialog;

/** Provides a result to the parts inside. Renders a labeled `<section>` with a live region for messages. */
export const ImageResultRoot = forwardRef<HTMLElement, ImageResultRootProps>(
  function ImageResultRoot(
    { status, result, input, alt, model: asGiven, error, onUse, onReuse, ...props },
    ref,
  ) {
    const part = useParts(props.classNames);
    const { labels } = useEasel();
    const model = useModelLabels(asGiven);
    const [notice, notify] = useState<ResultNotice>({ message: "", about: undefined });
    const [missing, setAllMissing] = useState<ReadonlySet<string>>(new Set());
    const [notImages, setNotImages] = useState<ReadonlySet<string>>(new Set());
    const prompt = alt ?? (promptOf(input) || (result?.prompt ?? ""));

    const [ratio, learnRatio] = useImageRatio(input, model);
    const zoom = useLoadedPart(loadZoom);
    const [enlarged, setEnlarged] = useState(0);
    const actions = useStableActions({
      learnRatio,
      notify,
      setMissing: (url: string, isMissing: boolean) =>
        setAllMissing(
          (all) => new Set([...all].filter((one) => one !== url).concat(isMissing ? url : [])),
        ),
      setNotImage: (url: string) => setNotImages((all) => new Set([...all, url])),
      enlarge: (index: number, url: string) => {
        setEnlarged(index);
        zoom.open(() => window.open(url, "_blank", "noopener,noreferrer"));
      },
    });

    // When the browser comes back online, reloads the images that failed to load.
    useEffect(() => {
      const loadAgain = () => setAllMissing(new Set());
      window.addEventListener("online", loadAgain);
      return () => window.removeEventListener("online", loadAgain);
    }, []);

    const facts = { status, result, input, model, error, prompt, ratio };
    const state = useStableObject({ ...facts, onUse, onReuse, missing, notImages });
    return (
      <ImageResultContext.Provider value={state}>
        <ImageResultActionsContext.Provider value={actions}>
          <Part
            as="section"
            partName="image-result"
            kind="root"
            state={{ status }}
            aria-label={labels.result.result}
            own={props}
            ref={ref}
          >
            {contentOf(props)}
            <p role="status" {...part("image-result-notice", "caption")}>
              {notice.about === result ? notice.message : ""}
            </p>
            {zoom.Part && <zoom.Part index={enlarged} onClose={zoom.close} />}
          </Part>
        </ImageResultActionsContext.Provider>
      </ImageResultContext.Provider>
    );
  },
);

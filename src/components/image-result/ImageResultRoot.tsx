"use client";
import { forwardRef, useCallback, useEffect, useState } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { useModelLabels } from "../../hooks/useModelLabels.ts";
import type { Model } from "../../models/defineModel.ts";
import type { EaselError } from "../../protocol/EaselError.ts";
import type { GenerateStatus } from "../../protocol/jobState.ts";
import type { JobResult } from "../../protocol/wire.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { promptOf, type JobInput } from "../internals/promptOf.ts";
import { useParts } from "../internals/useParts.ts";
import { useStableObject } from "../internals/useStableObject.ts";
import { ImageResultContext, type ResultNotice } from "./context/ImageResultContext.ts";
import { useImageRatio } from "./useImageRatio.ts";
import { useEnlarged } from "./zoom/useEnlarged.ts";

export interface ImageResultRootProps extends PartProps<"section"> {
  readonly status: GenerateStatus;
  readonly result?: JobResult | undefined;
  /** For alt text, size, `Details` and `Reuse`. */
  readonly input?: JobInput | undefined;
  /** Alt text. @default the prompt */
  readonly alt?: string | undefined;
  /** For the labels of parameters. */
  readonly model?: Model | undefined;
  readonly error?: EaselError | undefined;
  /** Gets values to add to the form. Without it `Details` has no buttons. */
  readonly onUse?: ((values: JobInput) => void) | undefined;
  /** Gets the whole input with the seed that was used. */
  readonly onReuse?: ((input: JobInput) => void) | undefined;
}

/** Renders a named `<section>` with a live region. */
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
    const setMissing = useCallback((url: string, isMissing: boolean) => {
      setAllMissing(
        (all) => new Set([...all].filter((one) => one !== url).concat(isMissing ? url : [])),
      );
    }, []);
    const [notImages, setNotImages] = useState<ReadonlySet<string>>(new Set());
    const setNotImage = useCallback((url: string) => {
      setNotImages((all) => new Set([...all, url]));
    }, []);
    const prompt = alt ?? (promptOf(input) || (result?.prompt ?? ""));

    const [ratio, learnRatio] = useImageRatio(input, model);
    const { dialog, enlarge } = useEnlarged();

    // Images that failed to load while offline are requested again.
    useEffect(() => {
      const loadAgain = () => setAllMissing(new Set());
      window.addEventListener("online", loadAgain);
      return () => window.removeEventListener("online", loadAgain);
    }, []);

    const facts = { status, result, input, model, error, prompt, ratio };
    const actions = { onUse, onReuse, setMissing, setNotImage, learnRatio, enlarge, notify };
    const state = useStableObject({ ...facts, ...actions, missing, notImages });
    return (
      <ImageResultContext.Provider value={state}>
        <Part
          as="section"
          partName="image-result"
          kind="root"
          state={{ status }}
          aria-label={labels.result.result}
          {...props}
          ref={ref}
          given={props.children}
        >
          {contentOf(props)}
          <p role="status" {...part("image-result-notice", "caption")}>
            {notice.about === result ? notice.message : ""}
          </p>
          {dialog}
        </Part>
      </ImageResultContext.Provider>
    );
  },
);

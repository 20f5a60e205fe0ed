"use client";
import { forwardRef, useCallback, useMemo, useState } from "react";
import { useEasel, type GenerateStatus } from "../hooks/index.ts";
import type { Model } from "../models/index.ts";
import type { JobResult } from "../protocol/index.ts";
import { fillPart } from "./fillPart.ts";
import { ImageResultContext, type JobInput } from "./ImageResultContext.ts";
import { promptOf } from "./promptOf.ts";
import { renderPart, type PartProps } from "./renderPart.ts";
import { useEnlarged } from "./zoom/useEnlarged.ts";

export interface ImageResultRootProps extends PartProps<"section"> {
  readonly status: GenerateStatus;
  readonly result?: JobResult | undefined;
  /** What was sent: gives pictures their alt text and place, `Details` its rows and `Reuse` what it hands back. */
  readonly input?: JobInput | undefined;
  /** What the pictures show. @default the prompt */
  readonly alt?: string | undefined;
  /** Names the parameters in its own words. */
  readonly model?: Model | undefined;
  /** Takes the input up again, with the seed that was really used. */
  readonly onReuse?: ((input: JobInput) => void) | undefined;
}

interface Told {
  readonly words: string;
  readonly about: JobResult | undefined;
}

const seedOf = (result: JobResult | undefined): string | undefined => {
  const seed = result?.seed ?? result?.body["seed"];
  return typeof seed === "number" || typeof seed === "string" ? String(seed) : undefined;
};

/** Around the parts of one result. Renders a `<section>` with a name, and a live region for how actions end. */
export const ImageResultRoot = forwardRef<HTMLElement, ImageResultRootProps>(
  function ImageResultRoot({ status, result, input, alt, model, onReuse, ...props }, ref) {
    const { labels } = useEasel();
    const [told, setTold] = useState<Told>({ words: "", about: undefined });
    const [missing, setAllMissing] = useState<ReadonlySet<string>>(new Set());
    const tell = useCallback((words: string) => setTold({ words, about: result }), [result]);
    const setMissing = useCallback((url: string, isMissing: boolean) => {
      setAllMissing(
        (all) => new Set([...all].filter((one) => one !== url).concat(isMissing ? url : [])),
      );
    }, []);
    const prompt = alt ?? (promptOf(input) || (result?.prompt ?? ""));
    const seed = seedOf(result);

    const openInTab = useCallback(
      (index: number) =>
        void window.open(result?.images[index]?.url, "_blank", "noopener,noreferrer"),
      [result],
    );
    const { dialog, enlarge } = useEnlarged(openInTab);

    const value = useMemo(
      () => ({
        status,
        result,
        input,
        model,
        prompt,
        seed,
        onReuse,
        missing,
        setMissing,
        enlarge,
        tell,
      }),
      [status, result, input, model, prompt, seed, onReuse, missing, setMissing, enlarge, tell],
    );
    return (
      <ImageResultContext.Provider value={value}>
        {renderPart({
          as: "section",
          name: "image-result",
          state: { status },
          ref,
          props: {
            "aria-label": labels.result.result,
            ...props,
            children: fillPart(props, (given) => (
              <>
                {given}
                <p role="status" data-easel="image-result-notice">
                  {told.about === result ? told.words : ""}
                </p>
                {dialog}
              </>
            )),
          },
        })}
      </ImageResultContext.Provider>
    );
  },
);

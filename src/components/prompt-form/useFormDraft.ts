"use client";
import { useRef } from "react";
import { lazyModule } from "../../client/lazyModule.ts";
import { useProviderValue } from "../../hooks/EaselContext.ts";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import { useBrowserLayoutEffect } from "../internals/useBrowserLayoutEffect.ts";
import type { KeepDraftOptions } from "./keepDraft.ts";

export interface FormDraftOptions extends Pick<KeepDraftOptions, "start" | "typed"> {
  /** Name of the draft. Undefined if the form has none. */
  readonly name: string | undefined;
}

export const draftModule = lazyModule(() => import("./keepDraft.ts"));

/** Stores the values that the user enters, and restores them once after the form mounts, even after a reload. */
export function useFormDraft(modelForm: ModelForm, { name, start, typed }: FormDraftOptions): void {
  const { storage, owner } = useProviderValue();
  const latestStart = useRef(start);
  useBrowserLayoutEffect(() => {
    latestStart.current = start;
  });
  useBrowserLayoutEffect(() => {
    if (name === undefined) return undefined;
    let stop = () => {};
    const cancel = draftModule.whenLoaded(({ keepDraft }) => {
      stop = keepDraft({ modelForm, name, start: latestStart.current, typed, storage, owner });
    });
    return () => {
      cancel();
      stop();
    };
  }, [modelForm, name, storage, owner, typed]);
}

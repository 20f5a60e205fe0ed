"use client";
import { useEffect, useRef, useState } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { fitInWorker } from "../../../images/fitInWorker.ts";
import type { CropArea } from "../../../images/planResize.ts";
import { fileExtension } from "../../../protocol/fileType.ts";
import { formatBytes } from "../../fields/image/formatBytes.ts";
import { useImageLabels } from "../../internals/useImageLabels.ts";
import type { ImageDraft } from "../context/generatedImage.ts";
import { useGenerateImage } from "../context/GenerateImageContext.ts";
import { useGenerateImageLabels } from "../context/useGenerateImageLabels.ts";

/** Converts a draft to the field's value. A closed dialog cancels the conversion. */
export function useFinish(draft: ImageDraft, onDone: () => void) {
  const { labels } = useEasel();
  const { size, accept, maxBytes, storeFile, change } = useGenerateImage("GenerateImage.Root");
  const words = useGenerateImageLabels();
  const images = useImageLabels();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState("");
  const closing = useRef<AbortController>(undefined);
  useEffect(() => () => closing.current?.abort(), []);

  async function toValue(alt: string, crop: CropArea | undefined, signal: AbortSignal) {
    const target = { size, crop, types: accept, maxBytes };
    const fitted = await fitInWorker(draft.blob, target, signal);
    if ("refused" in fitted) {
      const { refused } = fitted;
      return refused === "too-many-bytes"
        ? words.tooManyBytes(formatBytes(maxBytes, labels.result.locale))
        : images.failures[refused](draft.name);
    }
    const { blob, width, height } = fitted.image;
    const extension = fileExtension({ url: "", contentType: blob.type }) ?? "png";
    const name = `${draft.name}.${extension}`;
    const file = new File([blob], name, { type: blob.type });
    const facts = { alt: alt.trim(), width, height, settings: draft.settings };
    if (!storeFile) return { file, ...facts };
    try {
      return { url: await storeFile(file), ...facts };
    } catch {
      return words.storeFailed;
    }
  }

  async function finish(alt: string, crop: CropArea | undefined): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    setFailure("");
    const { signal } = (closing.current = new AbortController());
    const value = await toValue(alt, crop, signal).catch(() => "");
    if (signal.aborted) return;
    setIsBusy(false);
    if (typeof value === "string") return setFailure(value);
    change(value);
    onDone();
  }

  return { finish, isBusy, failure, setFailure };
}

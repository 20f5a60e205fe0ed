"use client";
import { useEasel } from "../../hooks/useEasel.ts";

/** Returns the text that labels images as AI-generated, or undefined if the provider doesn't ask for a label. */
export function useAiLabel(): string | undefined {
  const { aiLabel, labels } = useEasel();
  return aiLabel ? labels.result.aiGenerated : undefined;
}

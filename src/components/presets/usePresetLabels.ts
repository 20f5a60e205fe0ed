"use client";
import { useProviderValue } from "../../hooks/EaselContext.ts";
import { presets } from "../../labels/en/presets.ts";
import { mergeOverrides } from "../../labels/mergeOverrides.ts";

/** Returns the labels of the presets, which aren't part of the first load. */
export const usePresetLabels = () => mergeOverrides(presets, useProviderValue().labels?.presets);

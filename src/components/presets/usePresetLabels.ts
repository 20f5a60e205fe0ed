"use client";
import { presets } from "../../labels/en/presets.ts";
import { usePartLabels } from "../internals/usePartLabels.ts";

export const usePresetLabels = () => usePartLabels("presets", presets);

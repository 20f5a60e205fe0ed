"use client";
import { generateImage } from "../../../labels/en/generateImage.ts";
import { usePartLabels } from "../../internals/usePartLabels.ts";

export const useGenerateImageLabels = () => usePartLabels("generateImage", generateImage);

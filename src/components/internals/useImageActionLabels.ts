"use client";
import { imageActions } from "../../labels/en/imageActions.ts";
import { usePartLabels } from "./usePartLabels.ts";

export const useImageActionLabels = () => usePartLabels("imageActions", imageActions);

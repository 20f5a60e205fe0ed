"use client";
import { image } from "../../labels/en/image.ts";
import { usePartLabels } from "./usePartLabels.ts";

export const useImageLabels = () => usePartLabels("image", image);

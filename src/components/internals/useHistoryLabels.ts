"use client";
import { history } from "../../labels/en/history.ts";
import { usePartLabels } from "./usePartLabels.ts";

export const useHistoryLabels = () => usePartLabels("history", history);

"use client";
import { createContext, useContext } from "react";
import type { LabelOverrides } from "../labels/en/mergeLabels.ts";
import type { Runtime } from "../runtime/createRuntime.ts";

export interface ProviderValue extends Runtime {
  /** Labels of the app. The components load the English defaults. */
  readonly labels: LabelOverrides | undefined;
  readonly unstyled: boolean;
}

export const EaselContext = createContext<ProviderValue | undefined>(undefined);

export function useProviderValue(): ProviderValue {
  const value = useContext(EaselContext);
  if (!value) {
    throw new Error(
      `Easel: this component has no <EaselProvider> above it, so it has no backend. Wrap your app, or this page, in <EaselProvider baseUrl="/api/easel">.`,
    );
  }
  return value;
}

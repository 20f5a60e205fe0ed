"use client";
import { createContext, useContext } from "react";
import type { LabelOverrides } from "../labels/en/mergeLabels.ts";
import type { Runtime } from "../runtime/createRuntime.ts";

export interface ProviderValue extends Runtime {
  /** The app's label overrides. For all other labels, components load the English defaults. */
  readonly labels: LabelOverrides | undefined;
  readonly unstyled: boolean;
  readonly aiLabel: boolean;
}

export const EaselContext = createContext<ProviderValue | undefined>(undefined);

export function useProviderValue(): ProviderValue {
  const value = useContext(EaselContext);
  if (!value) {
    throw new Error(
      `Easel: no <EaselProvider> found above this component. Wrap your app or page in <EaselProvider baseUrl="/api/easel">.`,
    );
  }
  return value;
}

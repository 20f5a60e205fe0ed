"use client";
import { createContext, useContext } from "react";
import type { LabelOverrides } from "../labels/labels.ts";
import type { Runtime } from "../runtime/createRuntime.ts";

/** What the provider holds: the job engine, and how the app wants its parts to look and read. */
export interface ProviderValue extends Runtime {
  /** The app's own labels. The English ones are loaded with the components that show them. */
  readonly labels: LabelOverrides | undefined;
  /** The app styles every part itself. */
  readonly unstyled: boolean;
}

export const EaselContext = createContext<ProviderValue | undefined>(undefined);

/** The provider above, for hooks, which say next to nothing. */
export function useProviderValue(): ProviderValue {
  const value = useContext(EaselContext);
  if (!value) {
    throw new Error(
      `Easel: there is no <EaselProvider> above this component, so it has no backend to ask. Wrap your app, or this page of it, in <EaselProvider baseUrl="/api/easel">.`,
    );
  }
  return value;
}

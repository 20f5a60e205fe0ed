"use client";
import { useEffect, useState } from "react";
import { lazyModule } from "../client/lazyModule.ts";
import type { Model } from "../models/defineModel.ts";
import { useHostConfig, type UseHostConfigOptions } from "./useHostConfig.ts";

const hostModels = lazyModule(() => import("../runtime/hostModels.ts"));

/** Returns the host's models with the host's limits applied. Loads zod's JSON Schema reader (about 20 kB gzipped). */
export function useHostModels(options: UseHostConfigOptions = {}) {
  const { config, isPending, error } = useHostConfig(options);
  const [models, setModels] = useState<readonly Model[]>();
  useEffect(
    () =>
      config
        ? hostModels.whenLoaded(({ readHostModels }) => setModels(readHostModels(config)))
        : undefined,
    [config],
  );
  const { enabled = true } = options;
  return {
    /** The host's models. Undefined while the models are loading, or if none of them can be read. */
    models: enabled && models?.length ? models : undefined,
    isPending: enabled && (config ? models === undefined : isPending),
    error,
  };
}

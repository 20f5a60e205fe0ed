"use client";
import { useEffect, useState } from "react";
import { createLater } from "../client/createLater.ts";
import type { Model } from "../models/index.ts";
import { useHostConfig, type UseHostConfigOptions } from "./useHostConfig.ts";

const reader = createLater(() => import("./hostModels.ts"));

/**
 * Returns the models that the host offers, with the host's limits in their schemas. Undefined until they are known, and
 * where the client can't ask or none can be read. Loads zod's JSON Schema reader (about 20 kB gzipped) once the host has answered.
 *
 * @example
 * const models = useHostModels() ?? catalog;
 */
export function useHostModels({ enabled = true }: UseHostConfigOptions = {}):
  | readonly Model[]
  | undefined {
  const config = useHostConfig({ enabled });
  const [models, setModels] = useState<readonly Model[]>();
  useEffect(
    () => config && reader.whenThere(({ readHostModels }) => setModels(readHostModels(config))),
    [config],
  );
  return enabled && models?.length ? models : undefined;
}

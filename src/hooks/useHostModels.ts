"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { lazyModule } from "../client/lazyModule.ts";
import type { Model } from "../models/defineModel.ts";
import { hostConfigOptions } from "../runtime/hostQueries.ts";
import { useProviderValue } from "./EaselContext.ts";
import type { UseHostConfigOptions } from "./useHostConfig.ts";

const hostModels = lazyModule(() => import("../runtime/hostModels.ts"));

export interface HostModels {
  readonly models: readonly Model[] | undefined;
  readonly isPending: boolean;
}

/** Returns the host's models, and whether they are pending. */
export function useHostModelsState({ enabled = true }: UseHostConfigOptions): HostModels {
  const { client } = useProviderValue();
  const { data: config, status } = useQuery(hostConfigOptions({ client, enabled }));
  const [models, setModels] = useState<readonly Model[]>();
  useEffect(
    () =>
      config
        ? hostModels.whenLoaded(({ readHostModels }) => setModels(readHostModels(config)))
        : undefined,
    [config],
  );
  const isUnread = config ? models === undefined : status === "pending";
  return {
    models: enabled && models?.length ? models : undefined,
    isPending: enabled && client.getConfig !== undefined && isUnread,
  };
}

/**
 * Returns the host's models, with its limits. Undefined while they load, and if none can be read. Loads zod's JSON Schema
 * reader (about 20 kB gzipped).
 *
 * @example
 * const models = useHostModels() ?? catalog;
 */
export function useHostModels({ enabled = true }: UseHostConfigOptions = {}):
  | readonly Model[]
  | undefined {
  return useHostModelsState({ enabled }).models;
}

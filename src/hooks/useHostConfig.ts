"use client";
import { useQuery } from "@tanstack/react-query";
import type { HostConfig } from "../client/client.ts";
import { hostConfigOptions } from "../runtime/hostQueries.ts";
import { useProviderValue } from "./EaselContext.ts";

export interface UseHostConfigOptions {
  /** @default true */
  readonly enabled?: boolean | undefined;
}

/**
 * Returns the host's models, limits and prices, cached for five minutes. Undefined while they load, and if the client has no
 * `getConfig`.
 *
 * @example
 * const offered = useHostConfig()?.models.map(({ schema, ...info }) => modelFromJsonSchema(schema, info));
 */
export function useHostConfig({ enabled = true }: UseHostConfigOptions = {}):
  | HostConfig
  | undefined {
  const { client } = useProviderValue();
  return useQuery(hostConfigOptions({ client, enabled })).data ?? undefined;
}

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
 * What the host offers and allows: its models with their schemas, its limits, and its prices where it shows them. Asked
 * for once in five minutes, for all who use it. Undefined until it is known, and where the client can't ask.
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

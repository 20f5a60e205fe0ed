import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import type { Client, HostConfig } from "../client/client.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import type { Model } from "../models/defineModel.ts";
import { describeFields } from "../models/describeFields.ts";
import { limitModel } from "../models/limitModel.ts";
import { modelToJsonSchema } from "../models/modelToJsonSchema.ts";
import { EaselProvider } from "./EaselProvider.tsx";
import { useHostModels } from "./useHostModels.ts";

afterEach(cleanup);

const offer = ({ input: _input, rules: _rules, ...info }: Model) => info;

function show(models: readonly unknown[], enabled = true) {
  const config = JSON.parse(JSON.stringify({ models, limits: {} })) as HostConfig;
  const getConfig = vi.fn(() => Promise.resolve(config));
  const client: Client = {
    submit: vi.fn(),
    getStatus: vi.fn(),
    getResult: vi.fn(),
    getConfig,
  };
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <EaselProvider client={client}>{children}</EaselProvider>
  );
  return { ...renderHook(() => useHostModels({ enabled }), { wrapper }), getConfig };
}

const limited = limitModel(sdxlTorch, { samples: { max: 2 } });

test("returns the models from the host's config with its limits", async () => {
  const { result } = show([{ ...offer(limited), schema: modelToJsonSchema(limited) }]);
  expect(result.current).toEqual({ models: undefined, isPending: true, error: undefined });
  await waitFor(() => expect(result.current.models).toHaveLength(1));
  expect(result.current.isPending).toBe(false);
  const [model = sdxlTorch] = result.current.models ?? [];
  expect(describeFields(model)).toEqual(describeFields(limited));
  expect(model.rules).toBe(sdxlTorch.rules);
});

test("returns the catalog's model object if the host hasn't changed it", async () => {
  const { result } = show([{ ...offer(sdxlTorch), schema: modelToJsonSchema(sdxlTorch) }]);
  await waitFor(() => expect(result.current.models).toEqual([sdxlTorch]));
  expect(result.current.models?.[0]).toBe(sdxlTorch);
});

test("omits and reports a model whose schema can't be read", async () => {
  const said = vi.spyOn(console, "error").mockReturnValue();
  const unreadable = { id: "odd", title: "Odd", task: "text-to-image", schema: { type: "string" } };
  const { result } = show([unreadable, { ...offer(limited), schema: modelToJsonSchema(limited) }]);
  await waitFor(() => expect(result.current.models?.map(({ id }) => id)).toEqual(["sdxl-torch"]));
  expect(said.mock.lastCall?.[0]).toContain('"odd"');
  said.mockRestore();
});

test("sends no request while disabled", async () => {
  const { result, getConfig } = show([], false);
  await act(async () => {});
  expect(result.current).toEqual({ models: undefined, isPending: false, error: undefined });
  expect(getConfig).not.toHaveBeenCalled();
});

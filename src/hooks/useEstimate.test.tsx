import { cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import type { Client, HostConfig } from "../client/client.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import type { Model } from "../models/defineModel.ts";
import { initialValues, type FormValues } from "../models/formValues.ts";
import { EaselProvider } from "./EaselProvider.tsx";
import { useEstimate } from "./useEstimate.ts";
import { useHostConfig } from "./useHostConfig.ts";

afterEach(cleanup);

const priced: Model = {
  ...(sdxlTorch as unknown as Model),
  price: (input) => 0.01 * (input as { samples: number }).samples,
};

const silent: Client = {
  submit: vi.fn<Client["submit"]>(),
  getStatus: vi.fn<Client["getStatus"]>(),
  getResult: vi.fn<Client["getResult"]>(),
};

function hostWith(estimate: number | undefined): Client {
  const info = { id: sdxlTorch.id, title: "", task: "text-to-image", schema: {} } as const;
  const offered = estimate === undefined ? info : { ...info, estimate };
  return { ...silent, getConfig: async () => ({ models: [offered], limits: {} }) };
}

async function estimateOf(client: Client, model: Model, values?: FormValues) {
  const { result } = renderHook(
    () => ({ estimate: useEstimate(model, values), config: useHostConfig().config }),
    {
      wrapper: ({ children }: { readonly children: ReactNode }) => (
        <EaselProvider client={client}>{children}</EaselProvider>
      ),
    },
  );
  const isKnown = (config: HostConfig | undefined) => !client.getConfig || config !== undefined;
  await vi.waitFor(() => expect(isKnown(result.current.config)).toBe(true));
  const { estimate, isPending, error } = result.current.estimate;
  expect({ isPending, error }).toEqual({ isPending: false, error: undefined });
  return estimate;
}

const start = initialValues(sdxlTorch);

test("returns the host's price, which holds for the initial values", async () => {
  const estimate = await estimateOf(hostWith(0.008), sdxlTorch, start);
  expect(estimate).toEqual({ credits: 0.008, holds: true });
  const other = await estimateOf(hostWith(0.008), sdxlTorch, { ...start, prompt: "a fox" });
  expect(other?.holds).toBe(true);
});

test("marks the host's price as outdated when a value that affects it changes", async () => {
  const estimate = await estimateOf(hostWith(0.008), sdxlTorch, { ...start, samples: 4 });
  expect(estimate).toEqual({ credits: 0.008, holds: false });
});

test("returns the model's price for the values, even without a prompt", async () => {
  const values = { ...start, samples: 3, prompt: "" };
  expect(await estimateOf(hostWith(0.01), priced, values)).toEqual({ credits: 0.03, holds: true });
});

test("returns no price if the host hides it", async () => {
  expect(await estimateOf(hostWith(undefined), priced)).toBeUndefined();
});

test("returns the model's price without a config", async () => {
  expect(await estimateOf(silent, priced)).toEqual({ credits: 0.01, holds: true });
  expect(await estimateOf(silent, sdxlTorch)).toBeUndefined();
});

test.each<[string, () => unknown]>([
  ["NaN", () => NaN],
  ["a negative number", () => -1],
  ["a string", () => "1"],
  [
    "nothing, because it throws",
    () => {
      throw new Error("no table");
    },
  ],
])("omits the estimate and reports once if `price` returns %s", async (name, price) => {
  const report = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const id = `priced ${name}`;
  const model = { ...priced, id, price: price as () => number };
  for (const values of [start, { ...start, samples: 2 }]) {
    expect(await estimateOf(silent, model, values)).toBeUndefined();
  }
  expect(report).toHaveBeenCalledTimes(1);
  expect(report.mock.calls[0]?.[0]).toContain(id);
  report.mockRestore();
});

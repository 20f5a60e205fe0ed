import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import type { Client } from "../client/client.ts";
import type { LabelOverrides } from "../labels/en/mergeLabels.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import { describeFields } from "../models/describeFields.ts";
import { EaselProvider } from "./EaselProvider.tsx";
import { useModelForm } from "./useModelForm.ts";
import { useModelLabels } from "./useModelLabels.ts";

const notAsked = () => Promise.reject(new Error("No request is expected."));
const client: Client = { submit: notAsked, getStatus: notAsked, getResult: notAsked };
const labels: LabelOverrides = { models: { texts: { Prompt: "Bildtext" } } };

const inGerman = ({ children }: { children: ReactNode }) => (
  <EaselProvider client={client} labels={labels}>
    {children}
  </EaselProvider>
);

test("applies the provider's labels to a model, and keeps its identity across renders", () => {
  const { result, rerender } = renderHook(() => useModelLabels(sdxlTorch), { wrapper: inGerman });
  const first = result.current;
  expect(describeFields(first)[0]?.label).toBe("Bildtext");
  rerender();
  expect(result.current).toBe(first);
});

test("applies the labels to a form's fields, and returns the model unchanged without a provider", () => {
  const { result } = renderHook(() => useModelForm(sdxlTorch), { wrapper: inGerman });
  expect(result.current.fields[0]?.label).toBe("Bildtext");
  expect(renderHook(() => useModelLabels(sdxlTorch)).result.current).toBe(sdxlTorch);
});

import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { Client } from "../../client/client.ts";
import { EaselProvider } from "../../hooks/EaselProvider.tsx";
import { sdxlImg2img } from "../../models/catalog/sdxlImg2img.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import type { Model } from "../../models/defineModel.ts";
import { Studio } from "./Studio.tsx";

/** Mocked image preparation, because happy-dom has no canvas. */
vi.mock("../../images/prepareInWorker.ts", () => ({
  prepareInWorker: async (blob: Blob) => {
    const original = { width: 64, height: 64, bytes: blob.size };
    return { image: { blob, width: 64, height: 64, original } };
  },
}));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const press = async (name: string) => userEvent.click(await screen.findByRole("button", { name }));

test("uploads a result that only this page can read, in the form and in a variation", async () => {
  vi.stubGlobal("fetch", async (url: string) => {
    return new Response(new Blob([url], { type: "image/png" }));
  });
  const sent: Readonly<Record<string, unknown>>[] = [];
  const client: Client = {
    submit: async (_modelId, input) => {
      sent.push(input as Readonly<Record<string, unknown>>);
      return { requestId: `job-${sent.length}`, state: "completed" };
    },
    getStatus: async (requestId) => ({ requestId, state: "completed" }),
    getResult: async (requestId) => ({
      requestId,
      images: [{ url: `blob:https://app.test/${requestId}` }],
      body: {},
    }),
  };
  render(
    <EaselProvider client={client}>
      <Studio<Model> models={[sdxlTorch, sdxlImg2img]} defaultValues={{ prompt: "a fox" }} />
    </EaselProvider>,
  );
  const upload = (job: string) => `data:image/png;base64,${btoa(`blob:https://app.test/${job}`)}`;

  await press("Generate");
  await press("Use as start image");
  await screen.findByRole("button", { name: "Crop" });
  await press("Generate");
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toMatchObject({ prompt: "a fox", image: upload("job-1") });

  await press("Vary");
  await waitFor(() => expect(sent).toHaveLength(3));
  expect(sent[2]).toMatchObject({ image: upload("job-2"), strength: 0.35 });
});

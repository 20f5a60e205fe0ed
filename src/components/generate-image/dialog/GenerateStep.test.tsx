import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { Client } from "../../../client/client.ts";
import { EaselProvider } from "../../../hooks/EaselProvider.tsx";
import { memoryStorage } from "../../../ledger/memoryStorage.ts";
import { sdxlTorch } from "../../../models/catalog/sdxlTorch.ts";
import { EaselError } from "../../../protocol/EaselError.ts";
import type { JobStatus } from "../../../protocol/wire.ts";
import * as GenerateImage from "../generateImageParts.ts";

afterEach(cleanup);

const canceled = new EaselError("run_canceled", { charged: "no" });
const button = (name: string) => screen.getByRole("button", { name });

/** Client of a service with one job, which stays queued until the test ends it. */
function createHeldClient() {
  let status: JobStatus = { requestId: "job", state: "queued" };
  const client: Client = {
    submit: async () => ({ requestId: "job", state: "queued" }),
    getStatus: async () => status,
    getResult: async (requestId) => ({
      requestId,
      images: [{ url: "https://files.test/1.png" }],
      body: {},
    }),
  };
  const stoppable: Client = {
    ...client,
    cancelJob: async () => (status = { ...status, state: "failed", error: canceled }),
  };
  return { client, stoppable, complete: () => void (status = { ...status, state: "completed" }) };
}

function renderField(client: Client): void {
  render(
    <EaselProvider client={client} storage={memoryStorage()}>
      <GenerateImage.Root model={sdxlTorch} name="avatar" aria-label="Avatar" allowUpload />
    </EaselProvider>,
  );
}

async function openField(client?: Client) {
  const { client: held, complete } = createHeldClient();
  renderField(client ?? held);
  await userEvent.click(button("Generate an image"));
  const dialog = within(await screen.findByRole("dialog"));
  return { dialog, complete, prompt: dialog.getByRole("textbox", { name: "Prompt" }) };
}

async function generate(client?: Client) {
  const opened = await openField(client);
  await userEvent.type(opened.prompt, "a heron");
  await userEvent.click(button("Generate"));
  await opened.dialog.findByText(/^You can close this dialog/);
  return opened;
}

const images = () => screen.findByRole("button", { name: "Continue" }, { timeout: 10_000 });

test("renders a single image without a choice", async () => {
  const { dialog, complete } = await generate();
  expect(screen.queryByRole("button", { name: "Stop" })).toBeNull();
  complete();
  await images();
  expect(dialog.getByRole("img", { name: "a heron" })).toBeDefined();
  expect(dialog.queryByRole("radio")).toBeNull();
  expect(dialog.queryByRole("radiogroup")).toBeNull();
});

test("stops a generation, and moves focus to the message", async () => {
  const { dialog } = await generate(createHeldClient().stoppable);
  const stop = await dialog.findByRole("button", { name: "Stop" });
  await userEvent.click(stop);
  await dialog.findByText("Stopped.");
  expect(screen.queryByRole("button", { name: /^Stop/ })).toBeNull();
  const pane = screen.getByRole("dialog").querySelector("[data-easel$='dialog-result']");
  await waitFor(() => expect(document.activeElement).toBe(pane));
});

test("focuses the title if a generation exists, and the prompt otherwise", async () => {
  const { prompt, complete } = await openField();
  expect(document.activeElement).toBe(prompt);
  await userEvent.type(prompt, "a heron");
  await userEvent.click(button("Generate"));
  await userEvent.click(button("Close"));
  complete();
  await userEvent.click(
    await screen.findByRole("button", { name: "Choose image" }, { timeout: 10_000 }),
  );
  expect(document.activeElement).toBe(await screen.findByRole("heading"));
});

test("scrolls to the progress only if needed, and to no images while the user is editing", async () => {
  const scrolled = vi.spyOn(Element.prototype, "scrollIntoView");
  const { prompt, complete } = await generate();
  expect(scrolled).toHaveBeenCalledExactlyOnceWith({ block: "nearest" });
  expect(scrolled.mock.contexts[0]).toHaveProperty("dataset.easel", "job-progress");
  act(() => prompt.focus());
  complete();
  await images();
  expect(scrolled).toHaveBeenCalledOnce();
  scrolled.mockRestore();
});

test("closes instead of going back when the user cancels an upload", async () => {
  renderField(createHeldClient().client);
  const file = new File(["png"], "boat.png", { type: "image/png" });
  const picker = document.querySelector<HTMLInputElement>('input[type="file"][hidden]');
  fireEvent.change(picker as HTMLInputElement, { target: { files: [file] } });
  await screen.findByRole("dialog", { name: "Finish your image" });
  await userEvent.click(button("Cancel"));
  expect(screen.queryByRole("dialog")).toBeNull();
});

import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { Client } from "../../client/client.ts";
import { EaselProvider } from "../../hooks/EaselProvider.tsx";
import { useModelForm } from "../../hooks/useModelForm.ts";
import type { LedgerStorage } from "../../ledger/ledgerStorage.ts";
import { memoryStorage } from "../../ledger/memoryStorage.ts";
import { sd21Txt2img } from "../../models/catalog/sd21Txt2img.ts";
import { sdxlImg2img } from "../../models/catalog/sdxlImg2img.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import type { Model } from "../../models/defineModel.ts";
import * as PromptForm from "./promptFormParts.ts";
import type { PromptFormRootProps } from "./PromptFormRoot.tsx";
import { draftModule } from "./useFormDraft.ts";

beforeAll(() => draftModule.load());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const notAsked = () => Promise.reject(new Error("No request is expected."));
const client: Client = { submit: notAsked, getStatus: notAsked, getResult: notAsked };
const promptBox = () => screen.getByLabelText<HTMLTextAreaElement>("Prompt");
const value = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;
const type = (label: string, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });

type FormProps = Partial<PromptFormRootProps<Model>> & { readonly userKey?: string };

function createBrowser(storage: LedgerStorage = memoryStorage()) {
  const page = ({ userKey = "ada", model = sdxlTorch, ...props }: FormProps = {}) => (
    <EaselProvider client={client} storage={storage} userKey={userKey} unstyled>
      <PromptForm.Root model={model} draft="form" onGenerate={() => {}} {...props}>
        <PromptForm.Fields />
      </PromptForm.Root>
    </EaselProvider>
  );
  /** Opens a new page, as a reload does. */
  const reload = (props?: FormProps) => {
    window.dispatchEvent(new Event("pagehide"));
    cleanup();
    return render(page(props));
  };
  return { storage, page, reload, texts: () => [...(storage.entries("easel-draft:") as [])] };
}

test("restores entered values after a reload, and only for the same user and name", () => {
  const { reload } = createBrowser();
  reload();
  type("Prompt", "a red fox");
  type("Negative prompt", "blur");
  reload();
  expect(promptBox().value).toBe("a red fox");
  expect(value("Negative prompt")).toBe("blur");
  reload({ userKey: "bob" });
  expect(promptBox().value).not.toBe("a red fox");
  reload({ draft: "another form" });
  expect(promptBox().value).not.toBe("a red fox");
  reload({ draft: undefined });
  expect(promptBox().value).not.toBe("a red fox");
  reload();
  expect(promptBox().value).toBe("a red fox");
});

test("stores only values that differ from the start, so new defaults take effect", () => {
  const { reload, texts } = createBrowser();
  reload({ defaultValues: { prompt: "a hare" } });
  type("Negative prompt", "blur");
  reload({ defaultValues: { prompt: "an owl" } });
  expect(promptBox().value).toBe("an owl");
  expect(value("Negative prompt")).toBe("blur");
  type("Negative prompt", sdxlTorch.initial?.negative_prompt ?? "");
  reload();
  expect(texts()).toHaveLength(1);
  expect(JSON.stringify(texts())).not.toContain("blur");
});

test("stores the draft while typing, not only when the page closes", async () => {
  vi.useFakeTimers();
  const { reload, texts } = createBrowser();
  reload();
  type("Prompt", "a red fox");
  expect(texts()).toEqual([]);
  await act(() => vi.advanceTimersByTimeAsync(500));
  expect(JSON.stringify(texts())).toContain("a red fox");
});

test("gives way to what the user typed and to values from the app", async () => {
  const { storage, reload } = createBrowser();
  reload();
  type("Prompt", "a red fox");
  type("Negative prompt", "blur");
  reload({ fill: { prompt: "from the app" } });
  await waitFor(() => expect(promptBox().value).toBe("from the app"));
  expect(value("Negative prompt")).toBe("blur");

  // A slow storage responds after the user has typed.
  cleanup();
  let respond = () => {};
  const answered = new Promise<void>((resolve) => (respond = resolve));
  const slow: LedgerStorage = {
    ...storage,
    entries: async (prefix) => {
      await answered;
      return storage.entries(prefix);
    },
  };
  const { page } = createBrowser(slow);
  render(page());
  type("Prompt", "typed first");
  await act(async () => respond());
  await waitFor(() => expect(value("Negative prompt")).toBe("blur"));
  expect(promptBox().value).toBe("typed first");
});

test("hydrates without a mismatch and keeps what was typed before hydration", async () => {
  const { page, reload } = createBrowser();
  reload();
  type("Prompt", "a red fox");
  type("Negative prompt", "blur");
  window.dispatchEvent(new Event("pagehide"));
  cleanup();
  const onRecoverableError = vi.fn();
  const place = document.createElement("div");
  place.innerHTML = renderToString(page());
  document.body.append(place);
  promptBox().value = "typed early";
  const root = await act(async () => hydrateRoot(place, page(), { onRecoverableError }));
  expect(onRecoverableError).not.toHaveBeenCalled();
  expect(promptBox().value).toBe("typed early");
  expect(value("Negative prompt")).toBe("blur");
  act(() => root.unmount());
  place.remove();
});

test("keeps values for another model, and the current model's ID", () => {
  const { reload, texts, page } = createBrowser();
  const view = reload();
  type("Prompt", "a red fox");
  type("Negative prompt", "blur");
  view.rerender(page({ model: sd21Txt2img }));
  expect(promptBox().value).toBe("a red fox");
  reload({ model: sd21Txt2img });
  expect(JSON.stringify(texts())).toContain(sd21Txt2img.id);
  expect(promptBox().value).toBe("a red fox");
});

test("doesn't store images in data URLs", () => {
  const { reload, texts } = createBrowser();
  const image = `data:image/png;base64,${"A".repeat(9_000)}`;
  reload({ model: sdxlImg2img, fill: { image, prompt: "a red fox" } });
  reload({ model: sdxlImg2img });
  expect(promptBox().value).toBe("a red fox");
  expect(JSON.stringify(texts())).not.toContain("data:");
});

test("replaces the values when the user changes", () => {
  const { page, reload } = createBrowser();
  const view = reload();
  type("Prompt", "ada’s fox");
  view.rerender(page({ userKey: "bob" }));
  expect(promptBox().value).not.toBe("ada’s fox");
  type("Prompt", "bob’s hare");
  view.rerender(page({ userKey: "ada" }));
  expect(promptBox().value).toBe("ada’s fox");
});

test("works for the app’s own form", () => {
  const storage = memoryStorage();
  function Own() {
    const form = useModelForm(sdxlTorch);
    return (
      <PromptForm.Root model={sdxlTorch} form={form} draft="own" onGenerate={() => {}}>
        <PromptForm.Fields />
      </PromptForm.Root>
    );
  }
  const show = () =>
    render(
      <EaselProvider client={client} storage={storage}>
        <Own />
      </EaselProvider>,
    );
  show();
  type("Prompt", "a red fox");
  cleanup();
  show();
  expect(promptBox().value).toBe("a red fox");
});

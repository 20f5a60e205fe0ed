import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { FormEvent, ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { describePart } from "../../../test/parts/describePart.tsx";
import type { Client } from "../../client/client.ts";
import { EaselProvider } from "../../hooks/EaselProvider.tsx";
import { memoryStorage } from "../../ledger/memoryStorage.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import type { Model } from "../../models/defineModel.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import type { GeneratedUrl } from "./context/generatedImage.ts";
import * as GenerateImage from "./generateImageParts.ts";
import type { GenerateImageRootProps } from "./generateImageProps.ts";

const unreachable = () => Promise.reject(new EaselError("network"));
const submit = vi.fn<Client["submit"]>();
const client: Client = {
  submit,
  getStatus: async (requestId) => ({ requestId, state: "completed" }),
  getResult: async (requestId) => ({
    requestId,
    images: [{ url: "https://files.test/1.png" }, { url: "https://files.test/2.png" }],
    body: {},
  }),
  getAsset: unreachable,
};

const inApp = (node: ReactNode) => (
  <EaselProvider client={client} storage={memoryStorage()}>
    {node}
  </EaselProvider>
);

const stored: GeneratedUrl = {
  url: "https://app.test/1.png",
  alt: "An owl",
  width: 512,
  height: 512,
};

const field = (props: Partial<GenerateImageRootProps> = {}) => {
  const model: Model = sdxlTorch;
  const all = { model, name: "avatar", "aria-label": "Avatar", ...props };
  return <GenerateImage.Root<Model> {...all} />;
};
const filled = { output: "url", storeFile: async () => "", defaultValue: stored } as const;

beforeEach(() => {
  submit.mockReset().mockResolvedValue({ requestId: "job", state: "queued" });
  vi.stubGlobal("fetch", vi.fn(unreachable));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const inField = (node: ReactNode) => inApp(field({ ...filled, allowUpload: true, children: node }));
describePart({ part: "generate-image", element: field(filled), wrap: inApp });
describePart({
  part: "generate-image-preview",
  element: <GenerateImage.Preview />,
  wrap: inField,
});
describePart({
  part: "generate-image-trigger",
  element: <GenerateImage.Trigger />,
  wrap: inField,
});
describePart({ part: "generate-image-upload", element: <GenerateImage.Upload />, wrap: inField });
describePart({ part: "generate-image-remove", element: <GenerateImage.Remove />, wrap: inField });

const button = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });

async function openDialog() {
  await userEvent.click(button("Generate an image"));
  return within(await screen.findByRole("dialog", { name: "Generate an image" }));
}

test("throws an error that names the root when a part is rendered outside it", () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  expect(() => render(inApp(<GenerateImage.Trigger />))).toThrow("<GenerateImage.Root>");
  log.mockRestore();
});

test("submits once, and only when the user generates", async () => {
  render(inApp(field()));
  const dialog = await openDialog();
  expect(submit).not.toHaveBeenCalled();
  await userEvent.type(dialog.getByRole("textbox", { name: "Prompt" }), "a fox");
  await userEvent.dblClick(dialog.getByRole("button", { name: "Generate" }));
  const radios = await dialog.findAllByRole<HTMLInputElement>("radio");
  expect(radios.map(({ checked }) => checked)).toEqual([true, false]);
  expect(submit).toHaveBeenCalledOnce();
  expect(submit.mock.lastCall?.[1]).toMatchObject({ prompt: "a fox", samples: 1 });
});

test("keeps the dialog's events from the app's form", async () => {
  const seen: string[] = [];
  const see = (event: FormEvent) => {
    seen.push(event.type);
    if (event.type === "submit") event.preventDefault();
  };
  render(
    inApp(
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- observes events
      <form onSubmit={see} onChange={see} onKeyDown={(event) => seen.push(event.key)}>
        {field()}
      </form>,
    ),
  );
  const dialog = await openDialog();
  seen.length = 0;
  await userEvent.type(dialog.getByRole("textbox", { name: "Prompt" }), "a fox{Enter}");
  await userEvent.click(dialog.getByRole("button", { name: "Generate" }));
  await dialog.findAllByRole("radio");
  expect(seen).toEqual([]);
});

test("gives the dialog the field's language, direction, and density", async () => {
  render(
    inApp(
      <div lang="ar" style={{ direction: "rtl" }} data-density="compact">
        {field()}
      </div>,
    ),
  );
  await openDialog();
  const dialog = screen.getByRole("dialog");
  expect(dialog.parentElement).toBe(document.body);
  expect([dialog.lang, dialog.dir, dialog.dataset["density"]]).toEqual(["ar", "rtl", "compact"]);
});

test("shows in the dialog that an image couldn't be read, and can try again", async () => {
  render(inApp(field()));
  const dialog = await openDialog();
  await userEvent.type(dialog.getByRole("textbox", { name: "Prompt" }), "a fox");
  await userEvent.click(dialog.getByRole("button", { name: "Generate" }));
  await userEvent.click(await dialog.findByRole("button", { name: "Continue" }));
  await waitFor(() =>
    expect(dialog.getByRole("alert").textContent).toMatch(/^The image couldn’t be loaded\./),
  );
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(new Blob(["png"]))));
  await userEvent.click(dialog.getByRole("button", { name: "Continue" }));
  expect(
    await dialog.findByRole<HTMLTextAreaElement>("textbox", { name: "Alt text" }),
  ).toHaveProperty("value", "a fox");
});

test("shows a stored image with its alt text, and removes it", async () => {
  const onChange = vi.fn();
  render(inApp(field({ ...filled, onChange })));
  expect(screen.getByRole<HTMLImageElement>("img", { name: "An owl" }).src).toBe(stored.url);
  const input = document.querySelector<HTMLInputElement>('input[name="avatar"]');
  expect(input?.value).toBe(stored.url);
  await userEvent.click(button("Remove"));
  expect(onChange).toHaveBeenCalledExactlyOnceWith(null);
  expect(screen.queryByRole("img")).toBeNull();
  expect(document.activeElement).toBe(button("Generate an image"));
  expect(screen.getByRole("status").textContent).toBe("Image removed.");
});

test("keeps a controlled value until the app changes it", async () => {
  const onChange = vi.fn();
  render(inApp(field({ ...filled, value: stored, onChange })));
  await userEvent.click(button("Remove"));
  expect(onChange).toHaveBeenCalledWith(null);
  expect(screen.getByRole("img", { name: "An owl" })).toBeTruthy();
});

test("returns to the initial value when the form is reset", async () => {
  render(inApp(<form aria-label="Profile">{field({ ...filled, altName: "avatarAlt" })}</form>));
  await userEvent.click(button("Remove"));
  const form = screen.getByRole<HTMLFormElement>("form", { name: "Profile" });
  fireEvent.reset(form);
  await screen.findByRole("img", { name: "An owl" });
  expect(Object.fromEntries(new FormData(form))).toEqual({
    avatar: stored.url,
    avatarAlt: "An owl",
  });
});

test("moves focus from its ref to the trigger, and reports blur only when focus leaves", async () => {
  const onBlur = vi.fn();
  render(
    inApp(
      <>
        {field({ ...filled, onBlur })}
        <input aria-label="Next" />
      </>,
    ),
  );
  screen.getByRole("group", { name: "Avatar" }).focus();
  expect(document.activeElement).toBe(button("Change"));
  await userEvent.tab();
  expect(document.activeElement).toBe(button("Remove"));
  expect(onBlur).not.toHaveBeenCalled();
  screen.getByLabelText("Next").focus();
  expect(onBlur).toHaveBeenCalledOnce();
});

test("offers uploads only if the app allows them, and nothing while disabled", () => {
  render(inApp(field({ ...filled, disabled: true })));
  expect(screen.queryByRole("button", { name: "Choose a file" })).toBeNull();
  expect(button("Change").disabled).toBe(true);
  expect(button("Remove").disabled).toBe(true);
  cleanup();
  render(inApp(field({ allowUpload: true })));
  expect(button("Choose a file").disabled).toBe(false);
});

import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useEffect, type ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import type { Client, OfferedModel } from "../../client/client.ts";
import { EaselProvider } from "../../hooks/EaselProvider.tsx";
import { useCredits } from "../../hooks/useCredits.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import type { Model } from "../../models/defineModel.ts";
import * as PromptForm from "../prompt-form/promptFormParts.ts";
import { CreditsBadge } from "./CreditsBadge.tsx";

afterEach(cleanup);

function hostWith(balance: () => number | undefined, estimate?: number): Client {
  const { id, title, task } = sdxlTorch;
  const offered: OfferedModel = {
    id,
    title,
    task,
    schema: {},
    ...(estimate === undefined ? {} : { estimate }),
  };
  return {
    submit: vi.fn<Client["submit"]>(),
    getStatus: vi.fn<Client["getStatus"]>(),
    getResult: vi.fn<Client["getResult"]>(),
    getConfig: async () => ({ models: [offered], limits: {} }),
    getCredits: async () => {
      const credits = balance();
      return credits === undefined ? undefined : { credits };
    },
  };
}

const within = (client: Client, part: ReactNode) => (
  <EaselProvider client={client}>{part}</EaselProvider>
);

const badge = () => document.querySelector<HTMLElement>('[data-easel="credits-badge"]');
const words = () => document.querySelector('[data-easel="credits-badge-words"]')?.textContent;

test("formats the balance for the locale", async () => {
  const client = hostWith(() => 1234.5);
  render(
    <EaselProvider
      client={client}
      labels={{ result: { locale: "de" }, credits: { left: (amount) => `noch ${amount}` } }}
    >
      <CreditsBadge />
    </EaselProvider>,
  );
  await waitFor(() => expect(words()).toBe("noch 1.234,5"));
  expect(badge()?.dataset["low"]).toBeUndefined();
});

test("renders nothing if the balance is hidden", async () => {
  const getCredits = vi.fn(async () => undefined);
  const client = { ...hostWith(() => undefined), getCredits };
  render(within(client, <CreditsBadge />));
  await waitFor(() => expect(getCredits).toHaveBeenCalled());
  expect(badge()).toBeNull();
});

test("accepts a ref, a class name, and a custom element", async () => {
  const client = hostWith(() => 3);
  const ref = vi.fn();
  render(
    within(
      client,
      <CreditsBadge asChild className="mine" ref={ref}>
        <a href="/top-up">Top up</a>
      </CreditsBadge>,
    ),
  );
  await waitFor(() => expect(badge()?.tagName).toBe("A"));
  expect(badge()?.className).toBe("mine");
  expect(words()).toBe("Top up");
  expect(ref).toHaveBeenCalledWith(badge());
});

function Refresher({ onReady }: { readonly onReady: (refresh: () => void) => void }) {
  const { refresh } = useCredits();
  useEffect(() => onReady(refresh));
  return null;
}

test("announces once that the balance is low", async () => {
  let left = 30;
  let refresh = () => {};
  const parts = (
    <>
      <CreditsBadge lowAt={10} />
      <Refresher onReady={(ready) => void (refresh = ready)} />
    </>
  );
  render(
    within(
      hostWith(() => left),
      parts,
    ),
  );
  await waitFor(() => expect(words()).toBe("30 credits left"));
  expect(screen.getByRole("status").textContent).toBe("");
  left = 9;
  act(() => refresh());
  await waitFor(() => expect(words()).toBe("Only 9 credits left"));
  expect(badge()?.dataset["low"]).toBe("");
  expect(screen.getByRole("status").textContent).toBe("You’re running low on credits: 9 left.");
  cleanup();

  render(
    within(
      hostWith(() => 9),
      parts,
    ),
  );
  await waitFor(() => expect(words()).toBe("Only 9 credits left"));
  expect(screen.getByRole("status").textContent).toBe("");
});

test("is low at ten jobs or fewer by default", async () => {
  const client = hostWith(() => 0.9, 0.1);
  render(within(client, <CreditsBadge />));
  await waitFor(() => expect(badge()?.dataset["low"]).toBe(""));
});

function form(client: Client, model: Model, onGenerate = vi.fn()) {
  render(
    within(
      client,
      <PromptForm.Root model={model} onGenerate={onGenerate}>
        <PromptForm.Field name="samples" />
        <PromptForm.Reasons />
        <PromptForm.Price />
        <PromptForm.Submit />
      </PromptForm.Root>,
    ),
  );
  return onGenerate;
}

const priced: Model = {
  ...(sdxlTorch as unknown as Model),
  initial: { prompt: "a fox" },
  price: (input) => 0.1 * (input as { samples: number }).samples,
};
const button = () => screen.getByRole("button", { name: "Generate" });
const price = () => document.querySelector('[data-easel="prompt-form-price"]');

test("describes the button with a price that updates with the settings", async () => {
  form(
    hostWith(() => 5, 0.1),
    priced,
  );
  await waitFor(() => expect(price()?.textContent).toBe("About 0.1 credits per generation"));
  expect(button().getAttribute("aria-describedby")?.split(" ")).toContain(price()?.id);
  const samples = screen.getByRole("spinbutton", { name: "Images" });
  await userEvent.clear(samples);
  await userEvent.type(samples, "3");
  await waitFor(() => expect(price()?.textContent).toBe("About 0.3 credits per generation"));
});

test("marks an outdated price without blocking", async () => {
  form(
    hostWith(() => 0.15, 0.1),
    sdxlTorch,
  );
  await waitFor(() => expect(price()?.textContent).toBe("About 0.1 credits per generation"));
  const samples = screen.getByRole("spinbutton", { name: "Images" });
  await userEvent.clear(samples);
  await userEvent.type(samples, "4");
  await waitFor(() => expect(price()?.textContent).toContain("with the initial settings"));
  expect(button().getAttribute("aria-disabled")).toBeNull();
});

test("blocks submission if the balance is too low, and requests the balance again on submit", async () => {
  let left = 0.05;
  const onGenerate = form(
    hostWith(() => left, 0.1),
    priced,
  );
  await waitFor(() =>
    expect(screen.getByRole("status").textContent).toBe(
      "Not enough credits. You need about 0.1 credits and have 0.05 left.",
    ),
  );
  left = 2;
  await userEvent.click(button());
  await waitFor(() => expect(screen.getByRole("status").textContent).toBe(""));
  expect(onGenerate).not.toHaveBeenCalled();
  await userEvent.click(button());
  await waitFor(() => expect(onGenerate).toHaveBeenCalledOnce());
});

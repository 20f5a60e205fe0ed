import { act, cleanup, fireEvent, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { catalog, EaselProvider, Studio, useEasel } from "react-easel";
import { type Labels } from "react-easel/labels";
import * as languages from "react-easel/labels";
import { renderWithSandbox } from "react-easel/testing";
import { afterEach, expect, test } from "vitest";

afterEach(cleanup);

const { en, ...others } = languages;

function Speaking({ labels, children }: { labels: Labels; children: ReactNode }) {
  const { client } = useEasel();
  return (
    <EaselProvider client={client} labels={labels}>
      {children}
    </EaselProvider>
  );
}

/** Returns all visible and accessible text on a page. */
function saidIn(container: Element): readonly string[] {
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    // A text box contains the user's text.
    if (!parentElement?.closest("textarea")) texts.push(textContent ?? "");
  }
  const named = ["aria-label", "aria-valuetext", "placeholder", "title", "alt"];
  for (const element of container.querySelectorAll("*")) {
    for (const name of named) texts.push(element.getAttribute(name) ?? "");
  }
  return texts.map((text) => text.trim()).filter((text) => text !== "");
}

/** Returns all static texts in labels. */
function wordsOf(words: object): readonly string[] {
  return Object.values(words).flatMap((word: unknown): readonly string[] => {
    if (typeof word === "string") return [word];
    if (typeof word === "object" && word !== null) return wordsOf(word);
    return [];
  });
}

const english = new Set([...wordsOf(en), ...Object.keys(others.de.models.texts)]);

const written = "Boot, ボート, قارب";

/** Text that resembles an English sentence. */
const commonWords = /\b(the|is|are|of|and|to|you|your|with|image|images|words|steps|each)\b/i;

test.each(Object.entries(others))(
  "%s: translates all of Studio, from the form to the image details",
  async (_, labels) => {
    const same = new Set([...wordsOf(labels), ...Object.values(labels.models.texts)]);
    const view = await renderWithSandbox(
      <Speaking labels={labels}>
        <Studio defaultValues={{ prompt: written, negative_prompt: written }} />
      </Speaking>,
    );
    for (const model of catalog) {
      const choice = view.container.querySelector<HTMLSelectElement>(
        '[data-easel="model-switch"] select',
      );
      if (choice) fireEvent.change(choice, { target: { value: model.id } });
      const left = saidIn(view.container).filter((text) => english.has(text) && !same.has(text));
      expect(left).toEqual([]);
    }

    const first = view.container.querySelector<HTMLSelectElement>(
      '[data-easel="model-switch"] select',
    );
    if (first) fireEvent.change(first, { target: { value: "sdxl-torch" } });
    await act(async () => void fireEvent.click(view.getByText(labels.form.generate)));
    await waitFor(() =>
      expect(view.container.querySelector('[data-status="queued"]')).not.toBeNull(),
    );
    await view.advance(60_000);
    await view.findByRole("img", { name: /Boot/ });
    expect(view.getByText(labels.result.details)).toBeTruthy();

    const said = saidIn(view.container);
    expect(said.filter((text) => english.has(text) && !same.has(text))).toEqual([]);
    expect(said.filter((text) => commonWords.test(text))).toEqual([]);

    const { locale } = labels.result;
    const seconds = { style: "unit", unit: "second", unitDisplay: "short" } as const;
    const unit = new Intl.NumberFormat(locale, seconds).formatToParts(1);
    const second = unit.find(({ type }) => type === "unit")?.value ?? "";
    expect(said.filter((text) => text.endsWith(second)).length).toBeGreaterThan(0);
    expect(said).toContain(new Intl.NumberFormat(locale, { useGrouping: false }).format(0.8));
  },
  60_000,
);

test("inherits the language of the outer provider unless the inner one has labels", async () => {
  function Inner({ labels }: { labels?: Labels }) {
    const { client } = useEasel();
    return (
      <EaselProvider client={client} labels={labels}>
        <Word />
      </EaselProvider>
    );
  }
  function Word() {
    return <p>{useEasel().labels.form.generate}</p>;
  }
  const view = await renderWithSandbox(
    <Speaking labels={others.de}>
      <Inner />
      <Inner labels={others.ja} />
    </Speaking>,
  );
  expect(view.getByText("Generieren")).toBeTruthy();
  expect(view.getByText("生成する")).toBeTruthy();
});

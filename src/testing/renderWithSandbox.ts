import type { ReactElement } from "react";
import type { RenderedWithSandbox, RenderWithSandboxOptions } from "./renderInSandbox.ts";

/** Read before a test can stop the page's clock. */
const realClock = { setTimeout: globalThis.setTimeout, now: performance.now.bind(performance) };

/**
 * Renders with the whole way behind it: a real client, a real handler, and the sandbox in place of the paid service.
 * Nothing waits and nothing costs: time moves by `advance`. Needs `@testing-library/react` and a DOM.
 *
 * @example
 * const view = await renderWithSandbox(<Studio />);
 * fireEvent.change(view.getByLabelText("Prompt"), { target: { value: "a panda" } });
 * fireEvent.click(view.getByRole("button", { name: "Generate" }));
 * await view.advance(30_000);
 * expect(view.getByRole("img", { name: /panda/ })).toBeTruthy();
 */
export async function renderWithSandbox(
  ui: ReactElement,
  options: RenderWithSandboxOptions = {},
): Promise<RenderedWithSandbox> {
  const { renderInSandbox } = await import("./renderInSandbox.ts");
  return renderInSandbox(ui, options, realClock);
}

import type { ReactElement } from "react";
import type { RenderedWithSandbox, RenderWithSandboxOptions } from "./renderInSandbox.ts";

/** Original `setTimeout`, saved before a test can replace it with a fake. */
const realSetTimeout = globalThis.setTimeout;

/**
 * Renders a UI with a real client, a real handler, and the sandbox instead of the paid service. Call `advance` to move
 * the sandbox's clock forward. Requires `@testing-library/react` and a DOM.
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
  return renderInSandbox(ui, options, realSetTimeout);
}

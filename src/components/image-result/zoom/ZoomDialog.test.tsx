import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createClient } from "../../../client/createClient.ts";
import { EaselProvider } from "../../../hooks/EaselProvider.tsx";
import * as ImageResult from "../imageResultParts.ts";

const images = [1, 2].map((number) => ({ url: `https://files.test/${number}.png` }));
const result = { requestId: "job", images, body: {} };

beforeEach(() => {
  // jsdom doesn't support pointer capture.
  HTMLElement.prototype.setPointerCapture = vi.fn();
});
afterEach(() => {
  cleanup();
  Reflect.deleteProperty(HTMLElement.prototype, "setPointerCapture");
});

async function enlarge() {
  render(
    <EaselProvider client={createClient()}>
      <ImageResult.Root status="completed" result={result} input={{ prompt: "a red fox" }}>
        <ImageResult.Grid />
      </ImageResult.Root>
    </EaselProvider>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Enlarge, image 1 of 2" }));
  await screen.findByRole("dialog");
}

function swipe(x: number, y: number) {
  const frame = document.querySelector('[data-easel="zoom-frame"]') as HTMLElement;
  const pointer = { pointerId: 1, button: 0 };
  fireEvent.pointerDown(frame, { ...pointer, clientX: 200, clientY: 200 });
  fireEvent.pointerUp(frame, { ...pointer, clientX: 200 + x, clientY: 200 + y });
}

test("moves to the next image on a swipe to the left", async () => {
  await enlarge();
  swipe(-100, 20);
  expect(screen.getByRole("dialog").textContent).toContain("Image 2 of 2");
});

test("closes on a swipe down, but not on a diagonal one", async () => {
  await enlarge();
  swipe(80, 100);
  screen.getByRole("dialog");
  swipe(10, 100);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

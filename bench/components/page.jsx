import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { takeRenders } from "./countRenders.js";

const kinds = {
  easel: () => import("./easel.jsx"),
  rjsf: () => import("./rjsf.jsx"),
  byHand: () => import("./byHand.jsx"),
  lists: () => import("./lists.jsx"),
};

const nextTask = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", resolve, { once: true });
    port1.start();
    port2.postMessage(0);
  });
const painted = async () => {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await nextTask();
};
const idle = () => new Promise((resolve) => setTimeout(resolve, 30));

let Form;
let root;

function mount() {
  const place = document.createElement("div");
  document.body.replaceChildren(place);
  root = createRoot(place);
  const begun = performance.now();
  flushSync(() => root.render(<Form />));
  return performance.now() - begun;
}

/** Returns mount times in a warmed-up page, in milliseconds of script time up to the last effect. */
async function measureMounts(count) {
  const times = [];
  for (let at = 0; at < count; at += 1) {
    root?.unmount();
    await idle();
    times.push(mount());
    await painted();
  }
  return times;
}

// Bypasses the setter that React defines on the element, so that React detects the change.
const setText = (box, text) => Reflect.set(HTMLTextAreaElement.prototype, "value", text, box);

/** Returns the script time and number of component calls for each keystroke in the prompt. */
async function measureKeys(count) {
  const box = document.querySelector("textarea");
  box.focus();
  const keys = [];
  for (let at = 0; at < count; at += 1) {
    takeRenders();
    const begun = performance.now();
    setText(box, `${box.value}x`);
    box.dispatchEvent(new InputEvent("input", { bubbles: true, data: "x" }));
    // React handles keystrokes in microtasks.
    await Promise.resolve();
    await Promise.resolve();
    const ms = performance.now() - begun;
    await painted();
    await idle();
    keys.push({ ms, renders: takeRenders() });
  }
  return keys;
}

/** Returns the milliseconds from a press until a list is complete, and until it is painted. */
async function measureOpening(press, options, count) {
  const times = [];
  for (let at = 0; at < count; at += 1) {
    const opener = document.querySelector(press);
    await idle();
    opener.focus();
    await painted();
    const begun = performance.now();
    opener.click();
    const isOpen = () => document.querySelectorAll('[role="option"]').length >= options;
    // React handles presses in microtasks. A task might not run until after the browser's next frame.
    await Promise.resolve();
    await Promise.resolve();
    while (!isOpen()) await nextTask();
    const script = performance.now() - begun;
    await painted();
    times.push({ script, painted: performance.now() - begun });
    const escape = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(escape);
    while (document.querySelector('[role="option"]')) await nextTask();
  }
  return times;
}

globalThis.bench = {
  load: async (kind) => void ({ Form } = await kinds[kind]()),
  measureMounts,
  measureKeys,
  measureOpening,
};

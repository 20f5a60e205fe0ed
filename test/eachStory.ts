import axe from "axe-core";
import { configure } from "storybook/test";
import { afterEach, beforeAll, expect, inject } from "vitest";
import { cdp, page } from "vitest/browser";
import { patience } from "./patience.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Slowdown factor for the browser's processor. */
    slowCpu: number;
  }
}

configure({ asyncUtilTimeout: patience });

/**
 * Checks every story after its play function, in addition to the accessibility addon, which checks light colors:
 * contrast in dark and forced colors, targets of at least 24 pixels, no motion if the user prefers less, and no content
 * cut off at 400% zoom (320 of 1280 pixels).
 */

interface Media {
  readonly scheme?: "light" | "dark";
  readonly forcedColors?: boolean;
}

interface DevTools {
  send: (method: string, params: object) => Promise<unknown>;
}

const devTools = () => cdp() as unknown as DevTools;

function emulate({ scheme = "light", forcedColors = false }: Media = {}): Promise<unknown> {
  return devTools().send("Emulation.setEmulatedMedia", {
    features: [
      { name: "prefers-color-scheme", value: scheme },
      { name: "forced-colors", value: forcedColors ? "active" : "none" },
      { name: "prefers-reduced-motion", value: "reduce" },
    ],
  });
}

const describeElement = (element: Element): string => {
  const { width, height, left, right } = element.getBoundingClientRect();
  const name = element.closest("[data-easel]")?.getAttribute("data-easel") ?? "?";
  const [tag = ""] = element.outerHTML.split(/(?<=>)/);
  return `${name}: ${tag.slice(0, 160)} ${Math.round(width)}×${Math.round(height)} at ${Math.round(left)}–${Math.round(right)}`;
};

const isShown = (element: Element): boolean =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

async function lowContrast(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    runOnly: ["color-contrast"],
    resultTypes: ["violations"],
  });
  return violations.flatMap(({ nodes }) =>
    nodes.map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ""}`),
  );
}

/**
 * Returns text with low contrast in forced colors, which axe can't measure: -webkit-text-fill-color lacks them.
 */
function lowForcedContrast(): string[] {
  const luminance = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
      const value = Number(part) / 255;
      return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const isClear = (color: string): boolean => /, 0\)$|^transparent$/.test(color);
  const groundOf = (element: Element | null): string => {
    if (!element) return "rgb(255, 255, 255)";
    const { backgroundColor } = getComputedStyle(element);
    return isClear(backgroundColor) ? groundOf(element.parentElement) : backgroundColor;
  };
  const hasText = ({ childNodes }: Element): boolean =>
    Array.from(childNodes).some(
      ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim(),
    );
  const isOff = (element: Element): boolean =>
    element.closest(':disabled, [aria-disabled="true"], [aria-hidden="true"]') !== null;

  return Array.from(document.querySelectorAll("[data-easel], [data-easel] *")).flatMap(
    (element) => {
      if (!hasText(element) || isOff(element) || !isShown(element)) return [];
      const shades = [getComputedStyle(element).color, groundOf(element)].map(luminance);
      const ratio = (Math.max(...shades) + 0.05) / (Math.min(...shades) + 0.05);
      return ratio < 4.5 ? [`${describeElement(element)}, contrast ${ratio.toFixed(1)}`] : [];
    },
  );
}

const controls = [
  "button",
  "input",
  "select",
  "textarea",
  "summary",
  "a[href]",
  '[role="option"]',
  '[tabindex="0"]',
]
  .map((control) => `[data-easel] ${control}, ${control}[data-easel]`)
  .join(", ");

/** Returns controls that are too small. The label of a checkbox, radio, or file input counts as part of it. */
function smallTargets(): string[] {
  return Array.from(document.querySelectorAll(controls)).flatMap((control) => {
    const { type, labels } = control as HTMLInputElement;
    const isPicked = type === "checkbox" || type === "radio" || type === "file";
    const places = [control, ...(isPicked ? Array.from(labels ?? []) : [])].filter(isShown);
    const isLargeEnough = places.some((place) => {
      const { width, height } = place.getBoundingClientRect();
      return width >= 24 && height >= 24;
    });
    return isLargeEnough || places.length === 0 ? [] : [describeElement(control)];
  });
}

const motions = (): string[] =>
  document.getAnimations().flatMap(({ effect, playState }) => {
    const isNoticed = Number(effect?.getComputedTiming().duration ?? 0) > 1;
    return playState === "running" && isNoticed && effect instanceof KeyframeEffect && effect.target
      ? [describeElement(effect.target)]
      : [];
  });

const scrollsSideways = (element: Element): boolean =>
  /auto|scroll/.test(getComputedStyle(element).overflowX) &&
  element.scrollWidth > element.clientWidth;

function isReachable(element: Element): boolean {
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (around !== document.documentElement && scrollsSideways(around)) return true;
  }
  return false;
}

/** Returns elements outside the window or wide enough to scroll it sideways. Images may be panned and cropped. */
function cutOff(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  const outside = Array.from(document.querySelectorAll("[data-easel]:not(img)")).filter(
    (element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const isOut = width > 1 && (left < -1 || right > clientWidth + 1);
      return isOut && isShown(element) && !isReachable(element);
    },
  );
  return [
    ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide in ${clientWidth}`] : []),
    ...outside.map(describeElement),
  ];
}

const nextFrame = () => new Promise(requestAnimationFrame);

const isMoving = (): boolean =>
  document.getAnimations().some(({ effect, playState }) => {
    const endsAt = Number(effect?.getComputedTiming().endTime);
    return playState === "running" && Number.isFinite(endsAt);
  });

const layout = (): string =>
  Array.from(document.querySelectorAll("[data-easel]"), (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height].join(" ");
  }).join("\n");

/** Waits until fonts are loaded, transitions have ended, and the layout has been stable for three frames. */
async function untilAtRest(): Promise<void> {
  await document.fonts.ready;
  for (let frames = 0, before = ""; frames < 3; frames += 1) {
    await nextFrame();
    const now = layout();
    if (isMoving() || now !== before) frames = -1;
    before = now;
  }
}

beforeAll(async () => {
  await devTools().send("Emulation.setCPUThrottlingRate", { rate: inject("slowCpu") });
});

afterEach(async () => {
  const { innerWidth, innerHeight } = window;
  const frame = document.querySelector<HTMLElement>(".story-frame") ?? document.body;
  const { theme } = frame.dataset;
  const found: Record<string, string[]> = {};

  await emulate();
  await untilAtRest();
  found["motion despite reduced motion"] = motions();
  found["targets under 24 pixels"] = smallTargets();

  frame.dataset["theme"] = "dark";
  await untilAtRest();
  found["low contrast in dark colors"] = await lowContrast();
  frame.dataset["theme"] = theme ?? "system";

  await emulate({ forcedColors: true });
  await untilAtRest();
  found["low contrast in forced colors"] = lowForcedContrast();

  await emulate();
  await page.viewport(320, 640);
  await untilAtRest();
  found["cut off at 400 % zoom"] = cutOff();
  await page.viewport(innerWidth, innerHeight);

  const wrong = Object.entries(found).filter(([, elements]) => elements.length > 0);
  expect(Object.fromEntries(wrong)).toEqual({});
});

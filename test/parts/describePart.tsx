import { cleanup, render } from "@testing-library/react";
import { cloneElement, createRef, type ReactElement, type ReactNode } from "react";
import { afterEach, describe, expect, test } from "vitest";

interface PartCase {
  readonly part: string;
  readonly element: ReactElement<Record<string, unknown>>;
  readonly wrap?: (part: ReactNode) => ReactElement;
  /** Whether to test `asChild`, which parts with a Radix control don't support. @default true */
  readonly asChild?: boolean;
}

/** Tests the features that all parts support: ref, className, classNames, rest props, icons, and `asChild`. */
export function describePart({
  part,
  element,
  wrap = (node) => <>{node}</>,
  asChild = true,
}: PartCase) {
  describe(`${part} is a part`, () => {
    afterEach(cleanup);
    const find = () => document.querySelector(`[data-easel="${part}"]`);

    test("passes its element to the ref and keeps its props", () => {
      const ref = createRef<HTMLElement>();
      render(
        wrap(cloneElement(element, { ref, className: "mine", "data-extra": "yes", id: "own" })),
      );
      expect(find()).not.toBeNull();
      expect(ref.current).toBe(find());
      expect(find()?.classList.contains("mine")).toBe(true);
      expect(find()?.getAttribute("data-extra")).toBe("yes");
      expect(find()?.id).toBe("own");
    });

    test("applies the app's classes to its elements by name", () => {
      const elements = () =>
        Array.from(document.querySelectorAll(`[data-easel="${part}"] [data-easel]`));
      const nameOf = (node: Element) => node.getAttribute("data-easel") ?? "";
      const { rerender } = render(wrap(element));
      const classNames = Object.fromEntries(
        [part, ...elements().map(nameOf)].map((name) => [name, `my-${name}`]),
      );
      rerender(wrap(cloneElement(element, { className: "mine", classNames })));
      expect(find()?.className).toBe(`my-${part} mine`);
      expect(elements().filter((node) => !node.classList.contains(`my-${nameOf(node)}`))).toEqual(
        [],
      );
    });

    test("sizes its icons without a stylesheet", () => {
      render(wrap(element));
      const sizes = Array.from(document.querySelectorAll("svg"), (icon) => [
        Number(icon.getAttribute("width")) > 0,
        Number(icon.getAttribute("height")) > 0,
      ]);
      expect(sizes.flat().every(Boolean)).toBe(true);
    });

    test.runIf(asChild)("renders as its child", () => {
      render(wrap(cloneElement(element, { asChild: true }, <section title="child" />)));
      expect(find()?.tagName).toBe("SECTION");
      expect(find()?.getAttribute("title")).toBe("child");
      expect(find()?.hasAttribute("data-as-child")).toBe(true);
    });
  });
}

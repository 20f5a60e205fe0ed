"use client";
import { Slot } from "radix-ui";
import {
  createElement,
  type ComponentPropsWithoutRef,
  type ElementType,
  type JSX,
  type Ref,
} from "react";
import { ClassNamesProvider } from "./ClassNamesProvider.tsx";
import type { ClassNames, PartName } from "./partNames.ts";
import { useParts } from "./useParts.ts";
import { useStylesheetCheck } from "./useStylesheetCheck.ts";

type Tag = keyof JSX.IntrinsicElements;

/** What every part takes beside its own props: its element's attributes, a `className`, `classNames`, and `asChild`. */
export type PartProps<T extends Tag> = ComponentPropsWithoutRef<T> & {
  /** Render the only child in place of the part's own element, with the part's behaviour and attributes. */
  readonly asChild?: boolean | undefined;
  /** Classes for the elements within, by the name in their `data-easel`. */
  readonly classNames?: ClassNames | undefined;
};

/** What a part shows of its state, as `data-` attributes: a word stands as itself, `true` as "", the rest not at all. */
export type PartState = Readonly<Record<string, string | boolean | undefined>>;

type ElementOf<T extends Tag> = T extends keyof HTMLElementTagNameMap
  ? HTMLElementTagNameMap[T]
  : Element;

interface PartRender<T extends Tag> {
  readonly as: T;
  /** Stands in `data-easel`: what styles and tests hold on to. */
  readonly name: PartName;
  readonly state?: PartState;
  readonly props: PartProps<T>;
  readonly ref?: Ref<ElementOf<T>> | undefined;
}

function stateAttributes(state: PartState): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [key, value] of Object.entries(state)) {
    if (value !== undefined && value !== false) {
      attributes[`data-${key}`] = value === true ? "" : value;
    }
  }
  return attributes;
}

// By the very words that bundlers replace.
declare const process: { readonly env: { readonly NODE_ENV?: string } };

// A bundler takes the check out of what is served to users.
const useDevelopmentCheck = process.env.NODE_ENV === "production" ? () => {} : useStylesheetCheck;

const joined = (...classes: readonly (string | undefined)[]): string | undefined =>
  classes.filter(Boolean).join(" ") || undefined;

function Part({ part }: { readonly part: PartRender<Tag> }) {
  const { asChild = false, classNames, className, ...rest } = part.props;
  const named = useParts(classNames)(part.name);
  useDevelopmentCheck();
  const element: ElementType = asChild ? Slot.Root : part.as;
  const attributes: Record<string, unknown> = {
    ...named,
    ...stateAttributes({ ...part.state, "as-child": asChild }),
    ...rest,
    className: joined(named.className, className),
    ref: part.ref,
  };
  const drawn = createElement(element, attributes);
  return classNames ? createElement(ClassNamesProvider, { classNames }, drawn) : drawn;
}

/** Renders one part: the one place where `data-easel`, state attributes, classes, `asChild` and refs are put on. */
export function renderPart<T extends Tag>(part: PartRender<T>): JSX.Element {
  return createElement(Part, { part: part as unknown as PartRender<Tag> });
}

"use client";
import { Slot } from "radix-ui";
import {
  createElement,
  type ComponentPropsWithoutRef,
  type ElementType,
  type JSX,
  type Ref,
} from "react";

type Tag = keyof JSX.IntrinsicElements;

/** What every part takes beside its own props: its element's attributes, a `className`, and `asChild`. */
export type PartProps<T extends Tag> = ComponentPropsWithoutRef<T> & {
  /** Render the only child in place of the part's own element, with the part's behaviour and attributes. */
  readonly asChild?: boolean | undefined;
};

/** What a part shows of its state, as `data-` attributes: a word stands as itself, `true` as "", the rest not at all. */
export type PartState = Readonly<Record<string, string | boolean | undefined>>;

type ElementOf<T extends Tag> = T extends keyof HTMLElementTagNameMap
  ? HTMLElementTagNameMap[T]
  : Element;

interface PartRender<T extends Tag> {
  readonly as: T;
  /** Stands in `data-easel`: what styles and tests hold on to. */
  readonly name: string;
  readonly state?: PartState;
  readonly props: PartProps<T>;
  readonly ref?: Ref<ElementOf<T>> | undefined;
}

function stateAttributes(state: PartState): Record<string, string> {
  return Object.fromEntries(
    Object.entries(state).flatMap(([key, value]) =>
      value === undefined || value === false ? [] : [[`data-${key}`, value === true ? "" : value]],
    ),
  );
}

/** Renders one part: the one place where `data-easel`, state attributes, `asChild` and refs are put on. */
export function renderPart<T extends Tag>(part: PartRender<T>): JSX.Element {
  const { asChild = false, ...rest } = part.props;
  const element: ElementType = asChild ? Slot.Root : part.as;
  const attributes: Record<string, unknown> = {
    "data-easel": part.name,
    ...stateAttributes(part.state ?? {}),
    ...rest,
    ref: part.ref,
  };
  return createElement(element, attributes);
}

"use client";
import { Slot } from "radix-ui";
import {
  cloneElement,
  forwardRef,
  isValidElement,
  type ComponentPropsWithoutRef,
  type CSSProperties,
  type ElementType,
  type JSX,
  type ReactElement,
  type ReactNode,
  type Ref,
  type SyntheticEvent,
} from "react";
import { ClassNamesProvider } from "./ClassNamesProvider.tsx";
import type { ClassNames, PartKind, PartName } from "./partNames.ts";
import { useParts } from "./useParts.ts";
import { useStylesheetCheck } from "./useStylesheetCheck.ts";

type Tag = keyof JSX.IntrinsicElements;

export type PartProps<T extends Tag> = ComponentPropsWithoutRef<T> & {
  /** Whether to render the single child instead of the part's element, with the part's behavior and attributes. */
  readonly asChild?: boolean | undefined;
  /** Class names for this element and the parts inside it, by `data-easel` value. */
  readonly classNames?: ClassNames | undefined;
};

/** Values of `data-*` attributes by name. `true` becomes `""`; `false` and `undefined` are omitted. */
export type PartState = Readonly<Record<string, string | boolean | undefined>>;

type ElementOf<T extends Tag> = T extends keyof HTMLElementTagNameMap
  ? HTMLElementTagNameMap[T]
  : Element;

type GivenProps = Pick<PartProps<"div">, "asChild" | "children">;

type ElementProps<T extends Tag> = ComponentPropsWithoutRef<T> & {
  readonly as: T;
  readonly partName: PartName;
  readonly kind?: PartKind | undefined;
  readonly state?: PartState | undefined;
  /** Props from the app, which override the part's props. Event handlers from both run, the app's handlers first. */
  readonly own: PartProps<T>;
  readonly ref?: Ref<ElementOf<T>> | undefined;
};

function stateAttributes(state: PartState): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [key, value] of Object.entries(state)) {
    if (value !== undefined && value !== false) {
      attributes[`data-${key}`] = value === true ? "" : value;
    }
  }
  return attributes;
}

type Props = Readonly<Record<string, unknown>>;
type Handler = (event: SyntheticEvent) => void;

/** Merges props: `own` overrides `ours`. Handlers in `own` run first, and `preventDefault` skips those in `ours`. */
function mergeProps(ours: Props, own: Props): Props {
  const merged: Record<string, unknown> = { ...ours, ...own };
  for (const [name, ourProp] of Object.entries(ours)) {
    if (typeof ourProp !== "function") continue;
    const handleEvent: Handler = (event) => {
      (own[name] as Handler | undefined)?.(event);
      if (!event.cancelable || !event.defaultPrevented) (ourProp as Handler)(event);
    };
    merged[name] = handleEvent;
  }
  if (ours["style"]) {
    merged["style"] = { ...(ours["style"] as CSSProperties), ...(own["style"] as CSSProperties) };
  }
  return merged;
}

const joined = (...classes: readonly (string | undefined)[]): string | undefined =>
  classes.filter(Boolean).join(" ") || undefined;

const elementIn = (
  asChild: boolean | undefined,
  node: ReactNode,
): ReactElement<{ readonly children?: ReactNode }> | undefined =>
  asChild && isValidElement<{ readonly children?: ReactNode }>(node) ? node : undefined;

/** Returns a part's content: its children or, with `asChild`, the child element's children. */
export function contentOf({ asChild, children }: GivenProps): ReactNode {
  const element = elementIn(asChild, children);
  return element ? element.props.children : children;
}

export const Part = forwardRef<Element, Omit<ElementProps<Tag>, "ref">>(function Part(
  { as, partName, kind, state, own, children, ...ours },
  ref,
) {
  const { asChild = false, classNames, className, children: given, ...rest } = own;
  // With `asChild`, the child is the app's own button, which the app styles.
  const isOwnButton = asChild && kind?.startsWith("button");
  const named = useParts(classNames)(partName, kind);
  useStylesheetCheck();
  const Root: ElementType = asChild ? Slot.Root : as;
  const child = elementIn(asChild, given);
  const element = (
    <Root
      {...named}
      data-easel-kind={isOwnButton ? undefined : kind}
      {...stateAttributes({ ...state, "as-child": asChild })}
      {...mergeProps(ours, rest)}
      className={joined(named.className, className)}
      ref={ref}
    >
      {child ? cloneElement(child, undefined, children) : children}
    </Root>
  );
  return classNames ? (
    <ClassNamesProvider classNames={classNames}>{element}</ClassNamesProvider>
  ) : (
    element
  );
}) as unknown as <T extends Tag>(props: ElementProps<T>) => JSX.Element;

import { cloneElement, isValidElement, type ReactElement, type ReactNode } from "react";

interface Fillable {
  readonly asChild?: boolean | undefined;
  readonly children?: ReactNode;
}

/**
 * The children of a part that has content of its own: `fill` makes them of what the caller put in. Under `asChild` the
 * caller's element stays, and what is filled is that element.
 */
export function fillPart(
  { asChild = false, children }: Fillable,
  fill: (given: ReactNode) => ReactNode,
): ReactNode {
  if (!asChild || !isValidElement(children)) return fill(children);
  const child = children as ReactElement<{ readonly children?: ReactNode }>;
  return cloneElement(child, undefined, fill(child.props.children));
}

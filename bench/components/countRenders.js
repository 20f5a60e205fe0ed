/**
 * Counts component calls in a production build, like React DevTools, by the fibers' flags in each commit. Must load
 * before React.
 */
const performedWork = 1;
const components = new Set([0, 1, 11, 14, 15]);

let counted = 0;

function walk(fiber, before) {
  if (components.has(fiber.tag) && (fiber.flags & performedWork) !== 0) counted += 1;
  // The same first child means that no descendant changed.
  if (before && fiber.child === before.child) return;
  for (let child = fiber.child; child; child = child.sibling) {
    walk(child, before ? child.alternate : null);
  }
}

globalThis.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
  supportsFiber: true,
  inject: () => 1,
  onCommitFiberRoot: (_id, { current }) => walk(current, current.alternate),
  onCommitFiberUnmount: () => {},
};

export function takeRenders() {
  const taken = counted;
  counted = 0;
  return taken;
}

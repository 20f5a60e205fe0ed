/** Returns false for an element that a style hides, such as an action that a narrow row has no space for. */
export const isVisible = (element: Element): boolean => element.checkVisibility?.() ?? true;

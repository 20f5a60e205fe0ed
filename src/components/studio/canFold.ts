/** Returns whether the Studio can fold the settings around an element, as on a phone, where they would cover the result. */
export function canFold(element: Element | null): boolean {
  const more = element?.closest("form")?.querySelector<HTMLElement>('[data-easel="studio-more"]');
  return (more?.offsetParent ?? null) !== null;
}

/** For browsers without `field-sizing`. */
export function growWithText(box: HTMLTextAreaElement | null): void {
  if (!box || typeof CSS === "undefined" || CSS.supports("field-sizing", "content")) return;
  box.style.blockSize = "auto";
  // Folded: no height yet.
  if (box.scrollHeight === 0) return;
  const borders = box.offsetHeight - box.clientHeight;
  box.style.blockSize = `${box.scrollHeight + borders}px`;
}

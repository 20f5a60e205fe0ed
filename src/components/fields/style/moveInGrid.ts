type Place = Pick<DOMRect, "left" | "top" | "width">;

const middle = ({ left, width }: Place): number => left + width / 2;

/**
 * Returns the index of the tile that a key moves focus to, -1 if focus moves up from the first row, or undefined for
 * other keys. `places` are the tiles' positions in reading order.
 */
export function moveInGrid(
  key: string,
  from: number,
  places: readonly Place[],
  rightToLeft = false,
): number | undefined {
  const last = places.length - 1;
  const here = places[from];
  if (!here) return undefined;
  const onward = rightToLeft ? "ArrowLeft" : "ArrowRight";
  const back = rightToLeft ? "ArrowRight" : "ArrowLeft";
  if (key === onward) return Math.min(from + 1, last);
  if (key === back) return Math.max(from - 1, 0);
  if (key === "Home") return 0;
  if (key === "End") return last;
  if (key !== "ArrowDown" && key !== "ArrowUp") return undefined;

  const down = key === "ArrowDown";
  const beyond = places.filter(({ top }) => (down ? top > here.top + 1 : top < here.top - 1));
  if (beyond.length === 0) return down ? from : -1;
  const tops = beyond.map(({ top }) => top);
  const row = down ? Math.min(...tops) : Math.max(...tops);
  const distance = (place: Place) => Math.abs(middle(place) - middle(here));
  const nearest = beyond
    .filter(({ top }) => Math.abs(top - row) <= 1)
    .reduce((best, place) => (distance(place) < distance(best) ? place : best));
  return places.indexOf(nearest);
}

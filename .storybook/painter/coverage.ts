import type { Path } from "./paths.ts";

/** Adds an edge's signed area to the cells it crosses. */
function addEdge(
  cells: Float32Array,
  width: number,
  height: number,
  [ax, ay, bx, by]: readonly [number, number, number, number],
): void {
  if (ay === by) return;
  const down = ay < by;
  const [x0, y0, x1, y1] = down ? [ax, ay, bx, by] : [bx, by, ax, ay];
  const slope = (x1 - x0) / (y1 - y0);
  let x = y0 < 0 ? x0 - y0 * slope : x0;
  const last = Math.min(height, Math.ceil(y1));
  for (let y = Math.max(0, Math.floor(y0)); y < last; y += 1) {
    const tall = Math.min(y + 1, y1) - Math.max(y, y0);
    const next = x + slope * tall;
    const area = down ? tall : -tall;
    const left = Math.min(width, Math.max(0, Math.min(x, next)));
    const right = Math.min(width, Math.max(0, Math.max(x, next)));
    const first = Math.floor(left);
    const end = Math.ceil(right);
    const row = y * (width + 2);
    if (end <= first + 1) {
      const inside = area * (1 - ((left + right) / 2 - first));
      cells[row + first] = (cells[row + first] as number) + inside;
      cells[row + first + 1] = (cells[row + first + 1] as number) + area - inside;
    } else {
      const per = area / (right - left);
      let before = 0;
      for (let cell = first; cell < end; cell += 1) {
        const [from, to] = [Math.max(left, cell), Math.min(right, cell + 1)];
        const crossed = per * (to - from);
        const inside = crossed * (1 - ((from + to) / 2 - cell));
        cells[row + cell] = (cells[row + cell] as number) + before + inside;
        before = crossed - inside;
      }
      cells[row + end] = (cells[row + end] as number) + before;
    }
    x = next;
  }
}

/** Calls `visit` with the exact coverage of each pixel by a closed path, for smooth edges. */
export function coverage(
  path: Path,
  width: number,
  height: number,
  visit: (x: number, y: number, cover: number) => void,
): void {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at + 1 < path.length; at += 2) {
    const [x, y] = [path[at] as number, path[at + 1] as number];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  left = Math.max(0, Math.floor(left));
  top = Math.max(0, Math.floor(top));
  const [wide, high] = [
    Math.ceil(Math.min(width, right)) - left,
    Math.ceil(Math.min(height, bottom)) - top,
  ];
  if (!(wide > 0 && high > 0)) return;
  const cells = new Float32Array((wide + 2) * high);
  for (let at = 0; at + 1 < path.length; at += 2) {
    const to = (at + 2) % path.length;
    addEdge(cells, wide, high, [
      (path[at] as number) - left,
      (path[at + 1] as number) - top,
      (path[to] as number) - left,
      (path[to + 1] as number) - top,
    ]);
  }
  for (let y = 0; y < high; y += 1) {
    let sum = 0;
    for (let x = 0; x < wide; x += 1) {
      sum += cells[y * (wide + 2) + x] as number;
      const cover = Math.min(1, Math.abs(sum));
      if (cover > 0.004) visit(left + x, top + y, cover);
    }
  }
}

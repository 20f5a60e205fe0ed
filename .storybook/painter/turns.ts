const full = 6.283185307179586;

/** Returns the sine of an angle in turns. `Math.sin` varies between engines in the last digits. */
export function sine(turns: number): number {
  let t = turns - Math.floor(turns);
  if (t > 0.75) t -= 1;
  else if (t > 0.25) t = 0.5 - t;
  const x = t * full;
  const s = x * x;
  return x * (1 - (s / 6) * (1 - (s / 20) * (1 - (s / 42) * (1 - s / 72))));
}

export function cosine(turns: number): number {
  return sine(turns + 0.25);
}

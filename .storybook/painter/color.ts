export type Color = readonly [red: number, green: number, blue: number];

export function hex(code: string): Color {
  const value = Number.parseInt(code.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

export const black: Color = [0, 0, 0];
export const white: Color = [1, 1, 1];

export function mix(from: Color, to: Color, share: number): Color {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

export const lighten = (color: Color, share: number): Color => mix(color, white, share);
export const darken = (color: Color, share: number): Color => mix(color, black, share);

/** Returns the perceived brightness, from 0 to 1. */
export const brightness = (red: number, green: number, blue: number): number =>
  0.299 * red + 0.587 * green + 0.114 * blue;

/** Rotates a color's hue by an angle, given as cosine and sine. Uses YIQ, because it's a linear transform of RGB. */
export function turnHue([r, g, b]: Color, cosine: number, sine: number): Color {
  const y = 0.299 * r + 0.587 * g + 0.114 * b;
  const i = 0.596 * r - 0.274 * g - 0.322 * b;
  const q = 0.211 * r - 0.523 * g + 0.312 * b;
  const [u, v] = [i * cosine - q * sine, i * sine + q * cosine];
  const clamp = (value: number): number => Math.min(1, Math.max(0, value));
  return [
    clamp(y + 0.956 * u + 0.621 * v),
    clamp(y - 0.272 * u - 0.647 * v),
    clamp(y - 1.106 * u + 1.703 * v),
  ];
}

/** Returns a smoothstep value: 0 at `low`, 1 at `high`. */
export function smooth(low: number, high: number, value: number): number {
  const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return share * share * (3 - 2 * share);
}

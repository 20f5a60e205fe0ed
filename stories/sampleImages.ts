import type { JobResult } from "react-easel";

interface Sky {
  readonly top: string;
  readonly low: string;
  readonly sun: string;
  readonly hills: string;
}

const skies: readonly Sky[] = [
  { top: "#f7c59f", low: "#f3ead7", sun: "#d9572b", hills: "#5a4a42" },
  { top: "#274060", low: "#a3bcd1", sun: "#f5e6c8", hills: "#1b2a3a" },
  { top: "#cfe0c3", low: "#f4f1de", sun: "#e9b44c", hills: "#40614d" },
  { top: "#4b3b6b", low: "#e2a0a0", sun: "#fbe3b0", hills: "#2c2244" },
];

/** Returns an image that needs no network: hills under a sky, in colors that depend on the index. */
export function sampleImage(index: number, width = 1024, height = 1024): string {
  const { top, low, sun, hills } = skies[index % skies.length] ?? skies[0]!;
  const ridge = `M0 ${height * 0.7} Q${width * 0.3} ${height * 0.45} ${width * 0.55} ${height * 0.68} T${width} ${height * 0.6} V${height} H0Z`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="${top}"/><stop offset="1" stop-color="${low}"/></linearGradient></defs><rect width="${width}" height="${height}" fill="url(#s)"/><circle cx="${width * 0.68}" cy="${height * 0.36}" r="${width * 0.09}" fill="${sun}"/><path d="${ridge}" fill="${hills}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

export function sampleResult(count: number, width?: number, height?: number): JobResult {
  const images = Array.from({ length: count }, (_, index) => ({
    url: sampleImage(index, width, height),
    contentType: "image/svg+xml",
  }));
  return {
    requestId: "2c7f59ea-13f1-402c-9353-915a2b5a2124",
    images,
    seed: 468685,
    metrics: { inferenceTime: 4.12, queueTime: 0.2, totalTime: 4.4, cost: 0.008 },
    body: { status: "COMPLETED" },
  };
}

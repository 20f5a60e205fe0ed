// oxlint-disable eslint/no-control-regex -- file signatures contain control characters
export const sniffLength = 64;

const ftypBrands: readonly (readonly [pattern: RegExp, type: string])[] = [
  [/^avi[fs]$/, "image/avif"],
  [/^(hei[cfsmx]|hev[cmsx]|mif1|msf1)$/, "image/heic"],
  [/^qt {2}$/, "video/quicktime"],
  [/^M4[AB] $/, "audio/mp4"],
  [/./, "video/mp4"],
];

const signatures: readonly (readonly [pattern: RegExp, type: string])[] = [
  [/^\x89PNG\r\n\x1a\n/, "image/png"],
  [/^\xff\xd8\xff/, "image/jpeg"],
  [/^GIF8[79]a/, "image/gif"],
  [/^RIFF[^]{4}WEBP/, "image/webp"],
  [/^BM[^]{4}\0{4}/, "image/bmp"],
  [/^(II\*\0|MM\0\*)/, "image/tiff"],
  [/^\x1aE\xdf\xa3[^]*webm/, "video/webm"],
  [/^\x1aE\xdf\xa3/, "video/x-matroska"],
  [/^RIFF[^]{4}AVI /, "video/x-msvideo"],
  [/^RIFF[^]{4}WAVE/, "audio/wav"],
  [/^OggS[^]*theora/, "video/ogg"],
  [/^OggS/, "audio/ogg"],
  [/^fLaC/, "audio/flac"],
  [/^(ID3[\x02-\x04]|\xff[\xf2\xf3\xfb])/, "audio/mpeg"],
  [/^\xff[\xf1\xf9]/, "audio/aac"],
  // Some cameras and older encoders omit the `ftyp` box.
  [/^\0[^]{3}(moov|mdat|wide|free|skip)/, "video/quicktime"],
];

export function sniffType(bytes: Uint8Array): string | undefined {
  const text = String.fromCharCode(...bytes.subarray(0, sniffLength));
  const brand = /^\0\0[^]{2}ftyp([^]{4})/.exec(text)?.[1];
  const candidates = brand === undefined ? signatures : ftypBrands;
  return candidates.find(([pattern]) => pattern.test(brand ?? text))?.[1];
}

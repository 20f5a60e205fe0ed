// oxlint-disable eslint/no-control-regex -- file signatures contain control characters
import type { JobImage } from "./readOutput.ts";

export type FileKind = "image" | "video" | "file" | "unknown";

/** Supported content types of result files, by extension. Excludes SVG, HTML, and PDF, which can contain scripts. */
const extensions: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
  gif: "image/gif",
  avif: "image/avif",
  bmp: "image/bmp",
  tif: "image/tiff",
  tiff: "image/tiff",
  heic: "image/heic",
  mp4: "video/mp4",
  m4v: "video/mp4",
  webm: "video/webm",
  mov: "video/quicktime",
  mkv: "video/x-matroska",
  avi: "video/x-msvideo",
  ogv: "video/ogg",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  wav: "audio/wav",
  ogg: "audio/ogg",
  flac: "audio/flac",
  aac: "audio/aac",
};

function extensionOf(url: string): string {
  const path = /^[a-z]+:\/\/[^/]+(\/[^?#]*)/i.exec(url)?.[1] ?? "";
  return /\.([a-z0-9]{2,5})$/i.exec(path)?.[1]?.toLowerCase() ?? "";
}

const bareType = (contentType: string): string =>
  contentType.split(";")[0]?.trim().toLowerCase() ?? "";

/** Returns a file's extension, based on its content type, or on its URL if the content type is unknown. */
export function fileExtension({ url, contentType = "" }: JobImage): string | undefined {
  const type = bareType(contentType);
  const byType = Object.entries(extensions).find(([, known]) => known === type)?.[0];
  return byType ?? (extensionOf(url) || undefined);
}

export function fileKind({ url, contentType = "" }: JobImage): FileKind {
  const declared = bareType(/^data:([^,]*)/i.exec(url)?.[1] ?? contentType);
  const isNothing = declared === "" || declared.endsWith("/octet-stream");
  const type = isNothing ? (extensions[extensionOf(url)] ?? "") : declared;
  const family = type.split("/")[0] ?? "";
  if (family === "image" || family === "video") return family;
  const isOther = type !== "" || /^(zip|glb|gltf|obj|pdf|txt|json|csv|ply)$/.test(extensionOf(url));
  return isOther ? "file" : "unknown";
}

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

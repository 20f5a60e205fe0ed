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

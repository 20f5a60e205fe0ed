import type { NamedFile } from "./readImageFile.ts";

/** Enough for any browser to read the bytes. */
const keepMs = 60_000;

export function saveFile({ blob, name }: NamedFile): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keepMs);
}

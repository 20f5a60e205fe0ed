import type { NamedFile } from "./readImageFile.ts";

/** Long enough for any browser to have taken the bytes over. */
const keepMs = 60_000;

/** Puts a file among the downloads. */
export function saveFile({ blob, name }: NamedFile): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keepMs);
}

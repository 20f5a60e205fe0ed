import { fileExtension } from "../../../protocol/fileType.ts";

export interface ImageFile {
  readonly prompt: string;
  readonly seed: string | undefined;
  readonly index: number;
  readonly count: number;
  readonly contentType: string;
  readonly url?: string | undefined;
}

const otherExtensions: Readonly<Record<string, string>> = {
  "image/svg+xml": "svg",
  "application/zip": "zip",
};

const longestSlug = 48;

/** Returns a slug of a prompt's first words. Keeps letters and digits of any script. */
function slugOf(prompt: string): string {
  const words =
    prompt
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const letters = Array.from(words.join("-"));
  const cut = letters.slice(0, longestSlug).join("");
  const end = letters.length > longestSlug ? cut.lastIndexOf("-") : -1;
  return (end > 0 ? cut.slice(0, end) : cut) || "image";
}

/** Returns a file name with the prompt, seed, and image number, such as `panda-in-a-bar-468685-2.png`. */
export function imageFileName({ prompt, seed, index, count, contentType, url = "" }: ImageFile) {
  const parts = [slugOf(prompt), seed, count > 1 ? String(index + 1) : undefined];
  const other = otherExtensions[contentType.split(";")[0] ?? ""];
  const extension = other ?? fileExtension({ url, contentType }) ?? "png";
  return `${parts.filter((part) => part !== undefined && part !== "").join("-")}.${extension}`;
}

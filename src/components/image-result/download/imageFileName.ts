import { fileExtension } from "../../../protocol/fileType.ts";

export interface ImageFile {
  readonly prompt: string;
  readonly seed: string | undefined;
  readonly index: number;
  /** How many pictures the run made. */
  readonly count: number;
  /** Such as `image/jpeg`. */
  readonly contentType: string;
  /** Where it came from: its name may say more than its type. */
  readonly url?: string | undefined;
}

const otherExtensions: Readonly<Record<string, string>> = {
  "image/svg+xml": "svg",
  "application/zip": "zip",
};

const longestSlug = 48;

/** The prompt's first words, in letters and digits of any script: what a person looks for in a folder. */
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

/** A file's name that tells what it is and how to make it again: `panda-in-a-bar-468685-2.png`. */
export function imageFileName({
  prompt,
  seed,
  index,
  count,
  contentType,
  url = "",
}: ImageFile): string {
  const parts = [slugOf(prompt), seed, count > 1 ? String(index + 1) : undefined];
  const other = otherExtensions[contentType.split(";")[0] ?? ""];
  const extension = other ?? fileExtension({ url, contentType }) ?? "png";
  return `${parts.filter((part) => part !== undefined && part !== "").join("-")}.${extension}`;
}

export interface PictureFile {
  readonly prompt: string;
  readonly seed: string | undefined;
  readonly index: number;
  /** How many pictures the run made. */
  readonly count: number;
  /** Such as `image/jpeg`. */
  readonly contentType: string;
}

const extensions: Readonly<Record<string, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
  "image/gif": "gif",
  "image/avif": "avif",
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
  return (end > 0 ? cut.slice(0, end) : cut) || "picture";
}

/** A file's name that tells what it is and how to make it again: `panda-in-a-bar-468685-2.png`. */
export function pictureFileName({ prompt, seed, index, count, contentType }: PictureFile): string {
  const parts = [slugOf(prompt), seed, count > 1 ? String(index + 1) : undefined];
  const extension = extensions[contentType.split(";")[0] ?? ""] ?? "png";
  return `${parts.filter((part) => part !== undefined && part !== "").join("-")}.${extension}`;
}

import type { Body } from "./checkInput.ts";
import { createBounded } from "./createBounded.ts";
import type { SandboxFile } from "./dataUrl.ts";
import type { Sample } from "./sandboxPaint.ts";

const fileLifeMs = 7 * 24 * 60 * 60 * 1000;

/** Memory limits for a long-running server. Above a limit, the oldest files are dropped before they expire. */
const maxFiles = 5_000;
const maxBytes = 100_000_000;

export type Files = ReturnType<typeof createFiles>;

interface StoredFile {
  readonly content: Sample | SandboxFile;
  readonly from: number;
}

export const idIn = (url: string): string | undefined => /\/([0-9a-f]{32})\.\w+$/.exec(url)?.[1];

const extensionOf = (contentType: string): string => /^\w+\/(\w+)/.exec(contentType)?.[1] ?? "bin";

export const charactersOf = (input: Body): number =>
  Object.values(input).reduce<number>(
    (sum, value) => sum + (typeof value === "string" ? value.length : 0),
    0,
  );

export function createFiles(filesUrl: string) {
  const stored = createBounded<string, StoredFile>(maxFiles, maxBytes);

  function store(file: StoredFile, size: number, folder: string, contentType: string): string {
    const id = crypto.randomUUID().replaceAll("-", "");
    stored.set(id, file, size);
    return `${filesUrl.replace(/\/+$/, "")}/${folder}${id}.${extensionOf(contentType)}`;
  }

  return {
    /** Stores a sample and returns the URL of its image. The image is painted when the URL is fetched. */
    keep: (sample: Sample, contentType: string, from: number) =>
      store({ content: sample, from }, charactersOf(sample.input), "", contentType),
    upload: (file: SandboxFile, from: number) =>
      store({ content: file, from }, file.bytes.length, "assets/", file.contentType),
    find: (id: string, now: number) => {
      const file = stored.get(id);
      return file && now < file.from + fileLifeMs ? file.content : undefined;
    },
  };
}

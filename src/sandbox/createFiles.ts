import type { Body } from "./checkInput.ts";
import { createBounded } from "./createBounded.ts";
import type { SandboxFile } from "./dataUrl.ts";
import type { Sample } from "./sandboxPaint.ts";

/** Files stay for 7 days, longer than their job's record. */
const fileLifeMs = 7 * 24 * 60 * 60 * 1000;

/** A server may run for weeks. Past these, the oldest files are dropped early. */
const mostStored = 5_000;
const mostStoredBytes = 100_000_000;

export interface Files {
  /** Returns the URL of an image that is painted when it is fetched. */
  keep(sample: Sample, contentType: string, from: number): string;
  /** Stores an upload and returns its URL. */
  upload(file: SandboxFile, from: number): string;
  /** Returns an upload, or the sample to paint; undefined if there is none or it has expired. */
  find(id: string, now: number): Sample | SandboxFile | undefined;
}

interface StoredFile {
  readonly content: Sample | SandboxFile;
  readonly from: number;
}

/** Random, because the URLs of the service's image host can't be guessed either. */
const newId = (): string => crypto.randomUUID().replaceAll("-", "");

export const idIn = (url: string): string | undefined => /\/([0-9a-f]{32})\.\w+$/.exec(url)?.[1];

const extensionOf = (contentType: string): string => /^\w+\/(\w+)/.exec(contentType)?.[1] ?? "bin";

/** Characters of an input's texts. The long ones are images as data URLs. */
export const charactersOf = (input: Body): number =>
  Object.values(input).reduce<number>(
    (sum, value) => sum + (typeof value === "string" ? value.length : 0),
    0,
  );

/** @param filesUrl the URL that the files are served below */
export function createFiles(filesUrl: string): Files {
  const stored = createBounded<string, StoredFile>(mostStored, mostStoredBytes);

  function store(file: StoredFile, size: number, path: string): string {
    const id = newId();
    stored.set(id, file, size);
    return `${filesUrl.replace(/\/+$/, "")}/${path.replace("*", id)}`;
  }

  return {
    keep: (sample, contentType, from) =>
      store({ content: sample, from }, charactersOf(sample.input), `*.${extensionOf(contentType)}`),
    upload: (file, from) =>
      store(
        { content: file, from },
        file.bytes.length,
        `assets/*.${extensionOf(file.contentType)}`,
      ),
    find(id, now) {
      const file = stored.get(id);
      return file && now < file.from + fileLifeMs ? file.content : undefined;
    },
  };
}

import { createBounded } from "./createBounded.ts";
import { readDataUrl, type InlineFile } from "./dataUrl.ts";
import { drawPicture } from "./pictures/drawPicture.ts";
import type { PictureRecipe } from "./pictures/recipe.ts";

/** A file outlives its record: it is at its address for 7 days. */
const fileLifeMs = 7 * 24 * 60 * 60 * 1000;

/** A server may run for weeks. Past these, the oldest files are dropped early. */
const mostStored = 5_000;
const mostStoredBytes = 100_000_000;

/** Drawn pictures that are kept; more are drawn again when somebody asks. */
const drawnAtOnce = 12;

export interface Files {
  /** Gives a picture its address, and draws it only when that is fetched. */
  keep(recipe: PictureRecipe, from: number): string;
  /** Takes an upload in. */
  upload(file: InlineFile, from: number): string;
  read(id: string, now: number): InlineFile | undefined;
  draw(recipe: PictureRecipe, now: number): InlineFile;
}

interface StoredFile {
  readonly content: PictureRecipe | InlineFile;
  readonly from: number;
}

/** What no one can guess, as in the addresses of the service's image host. */
const newId = (): string => crypto.randomUUID().replaceAll("-", "");

export const idIn = (url: string): string | undefined => /\/([0-9a-f]{32})\.\w+$/.exec(url)?.[1];

/** Memory that a stored file takes, in bytes: a drawn one takes none but that of the image it is made from. */
const sizeOf = (content: StoredFile["content"]): number =>
  "bytes" in content ? content.bytes.length : (content.source?.image.length ?? 0);

/** @param filesUrl the address that the files are served below */
export function createFiles(filesUrl: string): Files {
  const stored = createBounded<string, StoredFile>(mostStored, mostStoredBytes);
  const drawn = createBounded<PictureRecipe, InlineFile>(drawnAtOnce);

  function store(file: StoredFile, folder: string, extension: string): string {
    const id = newId();
    stored.set(id, file, sizeOf(file.content));
    return `${filesUrl.replace(/\/+$/, "")}/${folder}${id}.${extension}`;
  }

  /** The picture that one is made from, when it came along or is the sandbox's own: it fetches from nobody. */
  function sourceOf({ source }: PictureRecipe, now: number): Uint8Array | undefined {
    if (!source) return undefined;
    const id = idIn(source.image);
    return (id === undefined ? readDataUrl(source.image) : files.read(id, now))?.bytes;
  }

  const files: Files = {
    keep: (recipe, from) => store({ content: recipe, from }, "", "png"),

    upload(file, from) {
      const [, extension = "bin"] = /^\w+\/(\w+)/.exec(file.contentType) ?? [];
      return store({ content: file, from }, "assets/", extension);
    },

    read(id, now) {
      const file = stored.get(id);
      if (!file || now >= file.from + fileLifeMs) return undefined;
      return "bytes" in file.content ? file.content : files.draw(file.content, now);
    },

    draw(recipe, now) {
      const file = drawn.get(recipe) ?? {
        bytes: drawPicture(recipe, sourceOf(recipe, now)),
        contentType: "image/png",
      };
      // Also when it was there: the one that was used last is dropped last.
      drawn.set(recipe, file);
      return file;
    },
  };
  return files;
}

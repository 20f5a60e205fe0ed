import { readDataUrl, type InlineFile } from "./dataUrl.ts";
import { drawPicture } from "./pictures/drawPicture.ts";
import type { PictureRecipe } from "./pictures/recipe.ts";

/** A file outlives its record: it is at its address for 7 days. */
const fileLifeMs = 7 * 24 * 60 * 60 * 1000;

/** A server may run for weeks: past this many, the oldest file goes before its time. */
const mostStored = 5_000;

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

const idIn = (url: string): string | undefined => /\/([0-9a-f]{32})\.\w+$/.exec(url)?.[1];

export function createFiles(filesUrl: string): Files {
  const base = filesUrl.replace(/\/+$/, "");
  const stored = new Map<string, StoredFile>();
  const drawn = new Map<PictureRecipe, InlineFile>();

  function store(file: StoredFile): string {
    for (const [id, { from }] of stored) {
      if (file.from < from + fileLifeMs && stored.size < mostStored) break;
      stored.delete(id);
    }
    const id = newId();
    stored.set(id, file);
    return id;
  }

  /** The picture that one is made from, when it came along or is the sandbox's own: it fetches from nobody. */
  function sourceOf({ source }: PictureRecipe, now: number): Uint8Array | undefined {
    if (!source) return undefined;
    const id = idIn(source.image);
    return (id === undefined ? readDataUrl(source.image) : files.read(id, now))?.bytes;
  }

  const files: Files = {
    keep: (recipe, from) => `${base}/${store({ content: recipe, from })}.png`,

    upload(file, from) {
      const [, extension = "bin"] = /^\w+\/(\w+)/.exec(file.contentType) ?? [];
      return `${base}/assets/${store({ content: file, from })}.${extension}`;
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
      // Set anew, so that the one that was used last is the last to go.
      drawn.delete(recipe);
      drawn.set(recipe, file);
      for (const oldest of drawn.keys()) {
        if (drawn.size <= drawnAtOnce) break;
        drawn.delete(oldest);
      }
      return file;
    },
  };
  return files;
}

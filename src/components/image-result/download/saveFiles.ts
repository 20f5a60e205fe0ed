import type { NamedFile } from "./readImageFile.ts";
import { saveFile } from "./saveFile.ts";
import { zipFiles } from "./zipFiles.ts";

/** Puts files among the downloads: one as it is, several in one archive, and one by one where that can't be made. */
export async function saveFiles(files: readonly NamedFile[], zipName: string): Promise<void> {
  const saved =
    files.length > 1
      ? await zipFiles(files, zipName).then(
          (archive) => [archive],
          () => files,
        )
      : files;
  saved.forEach(saveFile);
}

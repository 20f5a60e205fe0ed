import type { NamedFile } from "./readImageFile.ts";
import { saveFile } from "./saveFile.ts";
import { zipFiles } from "./zipFiles.ts";

/** Downloads one file as it is, several as an archive, or one by one if that fails. */
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

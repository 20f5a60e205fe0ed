import type { NamedFile } from "./readImageFile.ts";
import { saveFile } from "./saveFile.ts";
import { zipFiles } from "./zipFiles.ts";

/** Several files become an archive; one by one if that fails. */
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

import type { NamedFile } from "./readImageFile.ts";

/** Lifetime of an object URL in milliseconds, long enough for any browser to read the file. */
const keepMs = 60_000;

export function saveFile({ blob, name }: NamedFile): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keepMs);
}

async function zipFiles(files: readonly NamedFile[], name: string): Promise<NamedFile> {
  const { downloadZip } = await import("client-zip");
  const { body } = downloadZip(files.map((file) => ({ name: file.name, input: file.blob })));
  const blob = await new Response(body, { headers: { "content-type": "application/zip" } }).blob();
  return { name, blob };
}

/** Saves several files as one ZIP archive, or one by one if archiving fails. */
export async function saveFiles(files: readonly NamedFile[], zipName: string): Promise<void> {
  const zipped = files.length > 1 && (await zipFiles(files, zipName).catch(() => undefined));
  for (const file of zipped ? [zipped] : files) saveFile(file);
}

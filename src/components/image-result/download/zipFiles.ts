import type { NamedFile } from "./readImageFile.ts";

/** Loaded on first use. */
export async function zipFiles(files: readonly NamedFile[], name: string): Promise<NamedFile> {
  const { downloadZip } = await import("client-zip");
  const input = files.map((file) => ({ name: file.name, input: file.blob }));
  const { body } = downloadZip(input);
  const blob = await new Response(body, { headers: { "content-type": "application/zip" } }).blob();
  return { name, blob };
}

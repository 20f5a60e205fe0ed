import type { NamedFile } from "./readImageFile.ts";

/** All in one archive, so that a browser asks once and not for each. Its code is loaded when it is first called. */
export async function zipFiles(files: readonly NamedFile[], name: string): Promise<NamedFile> {
  const { downloadZip } = await import("client-zip");
  const input = files.map((file) => ({ name: file.name, input: file.blob }));
  const { body } = downloadZip(input);
  const blob = await new Response(body, { headers: { "content-type": "application/zip" } }).blob();
  return { name, blob };
}

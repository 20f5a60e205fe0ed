const bytesOf = async (image: Blob) => new Uint8Array(await image.arrayBuffer());

/** Maximum size of a file to read, in bytes. Larger files aren't loaded into memory. */
const maxFileBytes = 200_000_000;

/** Returns up to 2 MB of metadata text from a PNG, JPEG, or WebP file, with the most likely recipe first. */
export async function readImageText(image: Blob): Promise<readonly string[]> {
  if (image.size > maxFileBytes) return [];
  const { metadataFormat, maxTextBytes } = await import("./metadata/metadataFormat.ts");
  const bytes = await bytesOf(image);
  const texts = (await metadataFormat(bytes)?.read(bytes, { left: maxTextBytes })) ?? [];
  const cleaned = texts
    .map((text) => text.replaceAll("\0", "").trim())
    .filter((text) => text !== "");
  return [...new Set(cleaned)];
}

/** Writes text where Automatic1111 reads it, without re-encoding. Returns a copy, or the original if writing fails. */
export async function writeImageText(image: Blob, text: string): Promise<Blob> {
  const { metadataFormat } = await import("./metadata/metadataFormat.ts");
  const bytes = await bytesOf(image);
  const written = metadataFormat(bytes)?.write(bytes, text.replaceAll("\0", ""));
  return written ? new Blob([written], { type: image.type }) : image;
}

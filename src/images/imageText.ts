const bytesOf = async (image: Blob) => new Uint8Array(await image.arrayBuffer());

/** Limit in bytes. Larger files aren't read into memory. */
const maxFileBytes = 200_000_000;

/** Reads the metadata texts of a PNG, JPEG, or WebP file, most likely recipe first. Reads at most 2 MB of text. */
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

/** Writes text where Automatic1111 reads it, without re-encoding the image. Returns the same file if that fails. */
export async function writeImageText(image: Blob, text: string): Promise<Blob> {
  const { metadataFormat } = await import("./metadata/metadataFormat.ts");
  const bytes = await bytesOf(image);
  const written = metadataFormat(bytes)?.write(bytes, text.replaceAll("\0", ""));
  return written ? new Blob([written], { type: image.type }) : image;
}

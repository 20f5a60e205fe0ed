const bytesOf = async (image: Blob) => new Uint8Array(await image.arrayBuffer());

/** Maximum size of a file to read, in bytes. Larger files aren't loaded into memory. */
const maxFileBytes = 200_000_000;

/** Returns the metadata texts of a PNG, JPEG, or WebP file, up to 2 MB. The likeliest recipe is first. */
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

/** Returns a copy with text where Automatic1111 reads it, without re-encoding, or the original if writing fails. */
export async function writeImageText(image: Blob, text: string): Promise<Blob> {
  const { metadataFormat } = await import("./metadata/metadataFormat.ts");
  const bytes = await bytesOf(image);
  const written = metadataFormat(bytes)?.write(bytes, text.replaceAll("\0", ""));
  return written ? new Blob([written], { type: image.type }) : image;
}

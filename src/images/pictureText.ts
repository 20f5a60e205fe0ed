const bytesOf = async (picture: Blob) => new Uint8Array(await picture.arrayBuffer());

/** Larger files are not read into memory for a few words. Bytes. */
const mostFileBytes = 200_000_000;

/**
 * Reads the texts in an image's metadata that may be a recipe, likeliest first: a PNG's text chunks, the EXIF and XMP of a
 * PNG, JPEG or WebP, and a JPEG's comments. At most 2 MB of text are read, unpacked. Empty for any other file, and for files
 * of more than 200 MB. The code for it is loaded when it is first called.
 */
export async function readPictureText(picture: Blob): Promise<readonly string[]> {
  if (picture.size > mostFileBytes) return [];
  const [{ pictureFormat }, { mostTextBytes }] = await Promise.all([
    import("./metadata/pictureFormat.ts"),
    import("./metadata/textBudget.ts"),
  ]);
  const bytes = await bytesOf(picture);
  const texts = (await pictureFormat(bytes)?.read(bytes, { left: mostTextBytes })) ?? [];
  const plain = texts.map((text) => text.replaceAll("\0", "").trim()).filter((text) => text !== "");
  return [...new Set(plain)];
}

/**
 * The same picture with a recipe in its metadata, where Automatic1111 and its kin look for one. The picture itself is not
 * coded anew. A file that can't hold one comes back as it is.
 */
export async function writePictureText(picture: Blob, text: string): Promise<Blob> {
  const { pictureFormat } = await import("./metadata/pictureFormat.ts");
  const bytes = await bytesOf(picture);
  const written = pictureFormat(bytes)?.write(bytes, text.replaceAll("\0", ""));
  return written ? new Blob([written], { type: picture.type }) : picture;
}

const bytesOf = async (picture: Blob) => new Uint8Array(await picture.arrayBuffer());

/**
 * The texts in a picture's metadata that may be a recipe, likeliest first: a PNG's `parameters`, the EXIF comment of a
 * JPEG or WebP. Empty for any other file. The code for it is loaded when it is first called.
 */
export async function readPictureText(picture: Blob): Promise<readonly string[]> {
  const { pictureFormat } = await import("./pictureText/pictureFormat.ts");
  const bytes = await bytesOf(picture);
  const texts = (await pictureFormat(bytes)?.read(bytes)) ?? [];
  return texts.map((text) => text.replaceAll("\0", "").trim()).filter((text) => text !== "");
}

/**
 * The same picture with a recipe in its metadata, where Automatic1111 and its kin look for one. The picture itself is not
 * coded anew. A file that can't hold one comes back as it is.
 */
export async function writePictureText(picture: Blob, text: string): Promise<Blob> {
  const { pictureFormat } = await import("./pictureText/pictureFormat.ts");
  const bytes = await bytesOf(picture);
  const written = pictureFormat(bytes)?.write(bytes, text.replaceAll("\0", ""));
  return written ? new Blob([written], { type: picture.type }) : picture;
}

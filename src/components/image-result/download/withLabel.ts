/** Draws a label into an image, if there is one to draw. Leaves videos and other files unchanged. */
export async function withLabel(file: Blob, label: string | undefined): Promise<Blob> {
  if (label === undefined || !file.type.startsWith("image/")) return file;
  const { drawLabel } = await import("../../../images/drawLabel.ts");
  return drawLabel(file, label);
}

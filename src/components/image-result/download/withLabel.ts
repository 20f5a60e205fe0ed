/** Draws a label into an image, if there is one to draw. Leaves videos, SVG, and other files unchanged. */
export async function withLabel(file: Blob, label: string | undefined): Promise<Blob> {
  if (label === undefined || !/^image\/(?!svg)/.test(file.type)) return file;
  const { drawLabel } = await import("../../../images/drawLabel.ts");
  return drawLabel(file, label);
}

/** Bytes. As text it grows by a third, and a whole request has to stay below what a backend takes. */
export const imageFileLimit = 8 * 1024 * 1024;

export type ReadImage =
  | { readonly dataUrl: string }
  | { readonly refused: "not-an-image" | "too-large" | "unreadable" };

export const isDataUrl = (value: string): boolean => /^data:image\//i.test(value);

/** A size as a person says it, with one digit after the point. */
export const megabytes = (bytes: number): string =>
  String(Math.max(0.1, Math.round((bytes / (1024 * 1024)) * 10) / 10));

/** Reads a picture's file as a data URL, or says why it is not taken. Never rejects. */
export function readImageFile(file: File): Promise<ReadImage> {
  if (!file.type.startsWith("image/")) return Promise.resolve({ refused: "not-an-image" });
  if (file.size > imageFileLimit) return Promise.resolve({ refused: "too-large" });
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve({ dataUrl: reader.result as string }));
    reader.addEventListener("error", () => resolve({ refused: "unreadable" }));
    reader.readAsDataURL(file);
  });
}

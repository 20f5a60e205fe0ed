export const isDataUrl = (value: string): boolean => /^data:image\//i.test(value);

/** `blob:` URLs work only in this page, so a service can't fetch them. */
export const isBlobUrl = (value: unknown): value is string =>
  typeof value === "string" && /^blob:/i.test(value);

/** Returns whether a URL contains its image, or refers to an image in this page. */
export const isLocalUrl = (value: string): boolean => isDataUrl(value) || isBlobUrl(value);

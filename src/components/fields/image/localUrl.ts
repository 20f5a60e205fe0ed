export const isDataUrl = (value: string): boolean => /^data:image\//i.test(value);

/** Returns whether a URL contains its image, or refers to an image in this page. */
export const isLocalUrl = (value: string): boolean => /^(data:image\/|blob:)/i.test(value);

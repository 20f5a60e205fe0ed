export const isDataUrl = (value: string): boolean => /^data:image\//i.test(value);

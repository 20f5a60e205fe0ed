/** `blob:` URLs work only in this page, so a service can't fetch them. */
export const isBlobUrl = (url: string): boolean => /^blob:/i.test(url);

/** Reads the file behind a `blob:` URL. Rejects if the URL was revoked, or is from an earlier page. */
export const readBlobUrl = async (url: string): Promise<Blob> => (await fetch(url)).blob();

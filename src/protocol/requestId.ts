const pattern = /^(?!\.+$)[\w.~-]{1,512}$/;

/** Returns whether an ID is safe to use in a URL's path. */
export function isRequestId(id: string): boolean {
  return pattern.test(id) && !id.includes("..");
}

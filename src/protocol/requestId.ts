const pattern = /^(?!\.+$)[\w.~-]{1,512}$/;

/** Returns whether a string is safe as a request id in a path. */
export function isRequestId(id: string): boolean {
  return pattern.test(id) && !id.includes("..");
}

const pattern = /^(?!\.+$)[\w.~-]{1,512}$/;

/** Safe in a path. */
export function isRequestId(id: string): boolean {
  return pattern.test(id) && !id.includes("..");
}

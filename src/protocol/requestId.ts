const pattern = /^(?!\.+$)[\w.~-]{1,512}$/;

/** Whether a word can be a job's id: it is put into a path, so one with a slash or a dot-dot in it never is. */
export function isRequestId(id: string): boolean {
  return pattern.test(id) && !id.includes("..");
}

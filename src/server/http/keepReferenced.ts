const referenced = new Set<Request>();

/** Keeps a reference to a request during `work`. If Node garbage-collected it, its signal wouldn't abort the work. */
export async function keepReferenced<T>(request: Request, work: () => Promise<T>): Promise<T> {
  referenced.add(request);
  try {
    return await work();
  } finally {
    referenced.delete(request);
  }
}

const referenced = new Set<Request>();

/** References a request during `work`. If Node garbage-collected it, its signal wouldn't abort the call. */
export async function keepReferenced<T>(request: Request, work: () => Promise<T>): Promise<T> {
  referenced.add(request);
  try {
    return await work();
  } finally {
    referenced.delete(request);
  }
}

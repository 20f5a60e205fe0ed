const referenced = new Set<Request>();

/** Node collects a Request without references, and an abort of its signal then no longer reaches the call. */
export async function keepReferenced<T>(request: Request, work: () => Promise<T>): Promise<T> {
  referenced.add(request);
  try {
    return await work();
  } finally {
    referenced.delete(request);
  }
}

const referenced = new Set<Request>();

/**
 * Keeps a request referenced until it is answered. Node collects a Request without references, and an abort of its
 * signal then no longer reaches the call, so no timeout would end it.
 */
export async function keepReferenced<T>(request: Request, work: () => Promise<T>): Promise<T> {
  referenced.add(request);
  try {
    return await work();
  } finally {
    referenced.delete(request);
  }
}

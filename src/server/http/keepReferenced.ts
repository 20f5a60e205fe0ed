/** Global, because only a reference from outside of the request's own objects keeps it alive. */
const referenced = new Set<Request>();

/**
 * Keeps a request referenced while its answer is awaited. Node collects a Request without references, and then an abort of
 * its signal no longer reaches the call, so no timeout would end it.
 */
export async function keepReferenced<T>(request: Request, work: () => Promise<T>): Promise<T> {
  referenced.add(request);
  try {
    return await work();
  } finally {
    referenced.delete(request);
  }
}

const referenced = new Set<Request>();

/**
 * Keeps a request referenced while `work` runs. Node garbage-collects an unreferenced Request, and its signal then no
 * longer aborts the call.
 */
export async function keepReferenced<T>(request: Request, work: () => Promise<T>): Promise<T> {
  referenced.add(request);
  try {
    return await work();
  } finally {
    referenced.delete(request);
  }
}

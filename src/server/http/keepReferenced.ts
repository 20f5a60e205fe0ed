const referenced = new Set<Request>();

/** Keeps a request referenced during `work`. Node would garbage-collect it, and its signal wouldn't abort the call. */
export async function keepReferenced<T>(request: Request, work: () => Promise<T>): Promise<T> {
  referenced.add(request);
  try {
    return await work();
  } finally {
    referenced.delete(request);
  }
}

const held = new Set<Request>();

/**
 * Works on a request's answer, and keeps the request in memory meanwhile. In Node a Request that nobody holds is let go of
 * while its answer is awaited, and an abort of its signal no longer reaches the call: no timeout would end it.
 */
export async function whileHeld<T>(request: Request, work: () => Promise<T>): Promise<T> {
  held.add(request);
  try {
    return await work();
  } finally {
    held.delete(request);
  }
}

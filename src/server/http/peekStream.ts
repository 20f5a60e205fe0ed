export async function peekStream(
  stream: ReadableStream<Uint8Array>,
  count: number,
): Promise<{ readonly head: Uint8Array; readonly whole: ReadableStream<Uint8Array> }> {
  const reader = stream.getReader();
  const read: Uint8Array[] = [];
  let size = 0;
  while (size < count) {
    // oxlint-disable-next-line eslint/no-await-in-loop -- each chunk determines whether to read another
    const { done, value } = await reader.read();
    if (done) break;
    read.push(value);
    size += value.byteLength;
  }
  const head = new Uint8Array(
    await new Blob(read as Uint8Array<ArrayBuffer>[]).slice(0, count).arrayBuffer(),
  );
  const whole = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } =
        read.length > 0 ? { done: false, value: read.shift() } : await reader.read();
      if (done || !value) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { head, whole };
}

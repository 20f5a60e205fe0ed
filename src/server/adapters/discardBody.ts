import type { IncomingMessage } from "node:http";
import { unrefTimer } from "../timing/pause.ts";

/** A client reads the answer only after it has sent its body. */
const maxBytes = 20_000_000;
const maxMs = 10_000;

export function discardBody(incoming: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let left = maxBytes;
    const count = ({ byteLength }: Uint8Array): void => {
      left -= byteLength;
      if (left < 0) end();
    };
    const end = (): void => {
      clearTimeout(timer);
      incoming.off("data", count).off("end", end).off("close", end).pause();
      resolve();
    };
    const timer = unrefTimer(end, maxMs);
    // The stream of a request that failed pauses it with each chunk, and has no reader.
    incoming.removeAllListeners("data");
    incoming.on("data", count).once("end", end).once("close", end).resume();
  });
}

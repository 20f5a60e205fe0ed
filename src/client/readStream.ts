import { createParser, type EventSourceMessage } from "eventsource-parser";
import { readAnswer } from "../protocol/answer.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { JobStatus } from "../protocol/wire.ts";
import type { SubscribeOptions } from "./client.ts";
import { errorFromHandler } from "./errorFromHandler.ts";
import { readJob } from "./readJob.ts";

export const streamHeaders = ({
  lastEventId,
}: SubscribeOptions): Readonly<Record<string, string>> => ({
  accept: "text/event-stream",
  ...(lastEventId === undefined ? {} : { "last-event-id": lastEventId }),
});

const maxEventLength = 1_000_000;

async function readEvents(
  body: ReadableStream<Uint8Array>,
  onEvent: (event: EventSourceMessage) => void,
  { signal, onAlive }: SubscribeOptions,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parser = createParser({ onEvent, maxBufferSize: maxEventLength });
  // The body is canceled here, because a custom fetcher may ignore the signal.
  const stop = () => void reader.cancel().catch(() => undefined);
  signal?.addEventListener("abort", stop);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || signal?.aborted) return;
      onAlive?.();
      parser.feed(decoder.decode(value, { stream: true }));
    }
  } finally {
    signal?.removeEventListener("abort", stop);
    stop();
  }
}

/** Returns an event's status or error. @param skewMs host's time minus local time in milliseconds, or NaN if unknown */
function readEvent(text: string, requestId: string, skewMs: number): JobStatus | EaselError {
  try {
    const body: unknown = JSON.parse(text);
    const date = new Date(Date.now() + skewMs).toUTCString();
    const answer = { status: 200, headers: new Headers({ date }), body, text, redirected: false };
    return readJob(answer, requestId);
  } catch (cause) {
    return EaselError.is(cause) ? cause : new EaselError("bad_answer", { requestId, cause });
  }
}

/** Reads a job's event stream. Returns an error if the response isn't a stream or if an event reports an error. */
export async function readStream(
  response: Response,
  requestId: string,
  options: SubscribeOptions,
): Promise<EaselError | undefined> {
  const type = response.headers.get("content-type") ?? "";
  if (!response.body || !/^text\/event-stream\b/i.test(type)) {
    const answer = await readAnswer(response);
    if (answer.status === 204) return undefined;
    return errorFromHandler(answer, "job", Date.now()).with({ requestId });
  }

  const skewMs = Date.parse(response.headers.get("date") ?? "") - Date.now();
  let lost: EaselError | undefined;
  const onEvent = ({ event = "message", id, data }: EventSourceMessage) => {
    if (event !== "message" && event !== "lost") return;
    const read = readEvent(data, requestId, skewMs);
    if (EaselError.is(read)) lost = read;
    else options.onStatus(read, id);
  };
  await readEvents(response.body, onEvent, options);
  return lost;
}

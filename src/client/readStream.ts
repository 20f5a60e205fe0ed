import { createParser, type EventSourceMessage } from "eventsource-parser";
import { EaselError, readAnswer, type JobStatus } from "../protocol/index.ts";
import type { SubscribeOptions } from "./client.ts";
import { errorFromHandler } from "./errorFromHandler.ts";
import { readJob } from "./readJob.ts";

export const streamHeaders = ({
  lastEventId,
}: SubscribeOptions): Readonly<Record<string, string>> => ({
  accept: "text/event-stream",
  ...(lastEventId === undefined ? {} : { "last-event-id": lastEventId }),
});

/** In characters: an event is about as long as the answer to a look. */
const longestEvent = 1_000_000;

/** Reads server-sent events until they end or the signal says so. Rejects with what broke them. */
async function readEvents(
  body: ReadableStream<Uint8Array>,
  onEvent: (event: EventSourceMessage) => void,
  { signal, onAlive }: SubscribeOptions,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parser = createParser({ onEvent, maxBufferSize: longestEvent });
  // A fetcher of the app's own may not hear the signal.
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

/**
 * What a look would have been answered with; or why the job can't be followed any more.
 *
 * @param skewMs how far the host's clock is ahead of this one, for the moments in the event; NaN where that is unknown
 */
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

/** Tells what a stream of the handler's events says of a job. Why there was none, or why it can't go on, is returned. */
export async function readStream(
  response: Response,
  requestId: string,
  options: SubscribeOptions,
): Promise<EaselError | undefined> {
  const type = response.headers.get("content-type") ?? "";
  if (!response.body || !/^text\/event-stream\b/i.test(type)) {
    const answer = await readAnswer(response);
    // The handler's word that nothing more is to come.
    if (answer.status === 204) return undefined;
    return errorFromHandler(answer, "job", Date.now()).with({ requestId });
  }

  const skewMs = Date.parse(response.headers.get("date") ?? "") - Date.now();
  let lost: EaselError | undefined;
  const hear = ({ event = "message", id, data }: EventSourceMessage) => {
    if (event !== "message" && event !== "lost") return;
    const told = readEvent(data, requestId, skewMs);
    if (EaselError.is(told)) lost = told;
    else options.onStatus(told, id);
  };
  await readEvents(response.body, hear, options);
  return lost;
}

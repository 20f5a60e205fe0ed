import type { Client } from "../client/client.ts";
import { untilAborted } from "../client/untilAborted.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { isFinalState, type JobState } from "../protocol/jobState.ts";
import type { JobStatus } from "../protocol/wire.ts";

interface StreamJobOptions {
  readonly client: Client;
  readonly requestId: string;
  readonly onStatus: (status: JobStatus) => void;
  readonly onAliveChange: () => void;
}

/** Maximum number of open streams. Browsers allow six HTTP/1.1 connections per host, and the page needs some. */
const maxOpen = 2;
/** Timeout for a stream's first bytes. The handler sends them immediately, but a proxy may buffer them. */
const firstByteMs = 5_000;
/** Timeout for a silent stream. The handler sends a keep-alive message every 15 seconds, and one may get lost. */
const silenceMs = 32_000;
const maxPauseMs = 60_000;
const disabledMs = 600_000;
const maxFailures = 2;
const provenDelayMs = 30_000;

interface Streams {
  open: number;
  /** Number of consecutive failures: streams that received nothing, or that missed a job's end that a poll found. */
  failures: number;
  isProven: boolean;
  notBefore: number;
}

/** Stream state, by client. All providers and `runJob` calls that use the same client share its connections. */
const streamsOf = new WeakMap<Client, Streams>();

/** Error codes that don't count as stream failures, because such errors also affect polls. */
const unrelated = new Set(["network", "not_loaded", "unauthorized", "rate_limited"]);

function pauseAfter(breaks: number, error: unknown): number {
  const pause = Math.min(maxPauseMs, 1_000 * 2 ** breaks);
  const retryAt = EaselError.is(error) ? error.retryAt : undefined;
  return Math.min(disabledMs, Math.max(pause, (retryAt ?? 0) - Date.now()));
}

/**
 * Streams a job's events. A silent or broken stream doesn't affect polling. An active stream doubles the poll delay.
 * Once any of the client's streams has reported a change, the delay is at least 30 seconds.
 */
export function streamJob(options: StreamJobOptions) {
  const { client, requestId, onStatus, onAliveChange } = options;
  const fresh = { open: 0, failures: 0, isProven: false, notBefore: 0 };
  const streams: Streams = streamsOf.get(client) ?? fresh;
  streamsOf.set(client, streams);
  let current: AbortController | undefined;
  let lastEventId: string | undefined;
  let isAlive = false;
  let isClosed = false;
  let breaks = 0;
  let notBefore = 0;

  function noteFailure() {
    streams.failures += 1;
    streams.isProven = false;
    if (streams.failures < maxFailures) return;
    streams.failures = 0;
    streams.notBefore = performance.now() + disabledMs;
  }

  function noteBreak(error: unknown) {
    breaks += 1;
    notBefore = performance.now() + pauseAfter(breaks, error);
    const isUnrelated = EaselError.is(error) && unrelated.has(error.code);
    if (!isAlive && !isUnrelated) noteFailure();
  }

  async function stream(own: AbortController) {
    const { signal } = own;
    let events = 0;
    let isHidden = false;
    let timer = setTimeout(() => own.abort(), firstByteMs);
    // An open stream prevents the page from entering the back/forward cache.
    const hide = () => {
      isHidden = true;
      own.abort();
    };
    globalThis.addEventListener?.("pagehide", hide);

    const handleAlive = () => {
      if (signal.aborted) return;
      clearTimeout(timer);
      timer = setTimeout(() => own.abort(), silenceMs);
      if (isAlive) return;
      isAlive = true;
      onAliveChange();
    };
    const handleStatus = (status: JobStatus, eventId?: string) => {
      if (signal.aborted) return;
      handleAlive();
      events += 1;
      // The first event is the current state, not a change.
      if (events > 1) {
        streams.isProven = true;
        streams.failures = 0;
        breaks = 0;
      }
      lastEventId = eventId;
      if (isFinalState(status.state)) close();
      onStatus(status);
    };

    let error: unknown;
    try {
      const subscription = { signal, lastEventId, onStatus: handleStatus, onAlive: handleAlive };
      const ended = client.subscribe?.(requestId, subscription) ?? Promise.resolve();
      await untilAborted(ended, signal);
    } catch (cause) {
      error = cause;
    }
    clearTimeout(timer);
    globalThis.removeEventListener?.("pagehide", hide);
    own.abort();
    streams.open -= 1;
    current = undefined;
    if (isClosed) return;
    if (!isHidden) noteBreak(error);
    isAlive = false;
    onAliveChange();
  }

  function close() {
    isClosed = true;
    isAlive = false;
    current?.abort();
  }

  return {
    open: () => {
      const isEarly = performance.now() < Math.max(notBefore, streams.notBefore);
      if (!client.subscribe || isClosed || current || isEarly || streams.open >= maxOpen) return;
      streams.open += 1;
      current = new AbortController();
      void stream(current);
    },
    pollDelay: (scheduledMs: number): number => {
      if (!isAlive) return scheduledMs;
      return Math.max(scheduledMs, streams.isProven ? provenDelayMs : 2 * scheduledMs);
    },
    notePoll: (state: JobState) => {
      if (!isFinalState(state)) return;
      // An active stream should have reported the job's end before the poll did.
      if (isAlive) noteFailure();
      close();
    },
    close,
  };
}

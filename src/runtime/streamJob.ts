import type { Client } from "../client/client.ts";
import { untilAborted } from "../client/untilAborted.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { isFinalState, type JobState } from "../protocol/jobState.ts";
import type { JobStatus } from "../protocol/wire.ts";

export interface StreamJobOptions {
  readonly client: Client;
  readonly requestId: string;
  /** Hears what the stream tells. */
  readonly onStatus: (status: JobStatus) => void;
  /** The stream has come to life, or it is gone: the next look is to be planned anew. */
  readonly onTurn: () => void;
}

/** A job's stream of events, beside the looks at it. */
export interface Follower {
  /** Opens the stream, if there may be one and there is none. Made to be called at every look. */
  readonly open: () => void;
  /** How long the next look may wait, given how long it would without the stream. */
  readonly lookDelay: (plannedMs: number) => number;
  /** Hears in which state a look has found the job. */
  readonly noteLook: (state: JobState) => void;
  readonly close: () => void;
}

/** Over HTTP/1.1 a browser has six connections to a host, and the page needs some for itself. */
const mostOpen = 2;
/** A handler sends its first bytes at once. Where they stay away, something on the way keeps them back. */
const firstSignMs = 5_000;
/** The handler shows that it lives every 15 seconds: one such sign may be lost. */
const quietMs = 32_000;
const longestPauseMs = 60_000;
/** How long a backend is not asked for streams that has shown that none come through. */
const givenUpMs = 600_000;
const mostFailures = 2;
/** How often a job is still looked at while its stream lives. */
const safetyMs = 30_000;

/** What is known of a client's streams by all who follow a job with it. */
interface Streams {
  open: number;
  /** Streams in a row that gave nothing, or told less than a look. */
  failures: number;
  /** One has told of a change of state as it happened. */
  isProven: boolean;
  /** By `performance.now()`. */
  notBefore: number;
}

/** Streams of each client, which owns the connections that providers and `runJob` calls share. */
const streamsOf = new WeakMap<Client, Streams>();

/** What says nothing of streams: looks fare no better then. */
const passing = new Set(["network", "not_loaded", "unauthorized", "rate_limited"]);

/** How long after a stream broke the next one may be tried. */
function pauseAfter(breaks: number, error: unknown): number {
  const pause = Math.min(longestPauseMs, 1_000 * 2 ** breaks);
  const retryAt = EaselError.is(error) ? error.retryAt : undefined;
  return Math.min(givenUpMs, Math.max(pause, (retryAt ?? 0) - Date.now()));
}

/**
 * Follows one job over its client's stream, where it has any. A stream is believed as far as it has shown itself: one that
 * is silent, breaks or is no stream leaves the looks as they were; one that lives puts them off, at first only to twice
 * their wait, and to half a minute once a stream of this client has told of a change.
 */
export function streamJob(options: StreamJobOptions): Follower {
  const { client, requestId, onStatus, onTurn } = options;
  const streams = streamsOf.get(client) ?? {
    open: 0,
    failures: 0,
    isProven: false,
    notBefore: 0,
  };
  streamsOf.set(client, streams);
  let current: AbortController | undefined;
  let lastEventId: string | undefined;
  let alive = false;
  let done = false;
  let breaks = 0;
  let notBefore = 0;

  function fail() {
    streams.failures += 1;
    streams.isProven = false;
    if (streams.failures < mostFailures) return;
    streams.failures = 0;
    streams.notBefore = performance.now() + givenUpMs;
  }

  /** What a stream's end says of the next one. */
  function judge(error: unknown) {
    breaks += 1;
    notBefore = performance.now() + pauseAfter(breaks, error);
    const isPassing = EaselError.is(error) && passing.has(error.code);
    if (!alive && !isPassing) fail();
  }

  async function stream(own: AbortController) {
    const { signal } = own;
    let events = 0;
    let isAway = false;
    let timer = setTimeout(() => own.abort(), firstSignMs);
    // A page with an open stream is not kept for the way back.
    const hide = () => {
      isAway = true;
      own.abort();
    };
    globalThis.addEventListener?.("pagehide", hide);

    const onAlive = () => {
      if (signal.aborted) return;
      clearTimeout(timer);
      timer = setTimeout(() => own.abort(), quietMs);
      if (alive) return;
      alive = true;
      onTurn();
    };
    const hear = (status: JobStatus, eventId?: string) => {
      if (signal.aborted) return;
      onAlive();
      events += 1;
      // The first one only says how things stand.
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
      const about = { signal, lastEventId, onStatus: hear, onAlive };
      await untilAborted(client.subscribe?.(requestId, about) ?? Promise.resolve(), signal);
    } catch (cause) {
      error = cause;
    }
    clearTimeout(timer);
    globalThis.removeEventListener?.("pagehide", hide);
    own.abort();
    streams.open -= 1;
    current = undefined;
    if (done) return;
    if (!isAway) judge(error);
    alive = false;
    onTurn();
  }

  function close() {
    done = true;
    alive = false;
    current?.abort();
  }

  return {
    open: () => {
      const isEarly = performance.now() < Math.max(notBefore, streams.notBefore);
      if (!client.subscribe || done || current || isEarly || streams.open >= mostOpen) return;
      streams.open += 1;
      current = new AbortController();
      void stream(current);
    },
    lookDelay: (plannedMs) => {
      if (!alive) return plannedMs;
      return Math.max(plannedMs, streams.isProven ? safetyMs : 2 * plannedMs);
    },
    noteLook: (state) => {
      if (!isFinalState(state)) return;
      // It lived, and had not told.
      if (alive) fail();
      close();
    },
    close,
  };
}

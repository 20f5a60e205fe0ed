"use client";
import { useSyncExternalStore } from "react";
import { useBacking } from "./EaselContext.ts";
import { offline } from "./labels/formLabels.ts";

/** One reason why nothing can be generated just now. */
export interface Reason {
  readonly code:
    | "invalid"
    /** A field is not ready yet; this ends by itself. */
    | "preparing"
    | "offline"
    | "not-offered"
    | "rate-limited"
    | "jobs-at-once"
    | "balance";
  readonly message: string;
  /** The field to mend, where there is one. */
  readonly field?: string;
  /** When it ends by itself, in milliseconds since 1970, where that is known. */
  readonly until?: number;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

const isOnline = () => navigator.onLine;
const isOnlineOnServer = () => true;

/** What stands in the way of a run, apart from the form's own values. */
export function useReasons(): readonly Reason[] {
  const { labels } = useBacking();
  const online = useSyncExternalStore(subscribe, isOnline, isOnlineOnServer);
  return online ? [] : [{ code: "offline", message: labels?.form?.offline ?? offline }];
}

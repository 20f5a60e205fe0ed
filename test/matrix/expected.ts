import type { Place, Step } from "./faults.ts";

/** The user's action after the message appears and the fault ends. */
export type Act =
  | "waits"
  | "signs in and waits"
  | "clicks Check again"
  | "clicks Check again without success, then Send again"
  | "clicks Try again"
  | "signs in and clicks Try again"
  | "clicks Generate"
  | "clicks Generate again";

export interface Expected {
  /** Exact text of the error card with its buttons, or of the progress. */
  readonly message: string;
  readonly act: Act;
  /** Number of submits that reach the service, which never exceeds the user's intent. */
  readonly submits: number;
  readonly paid: number;
}

const is = (message: string, act: Act, submits: number, paid = 1): Expected => ({
  message,
  act,
  submits,
  paid,
});

const refusedByService = (message: string): Expected => is(message, "clicks Generate again", 2);

const unknown = is(
  "We couldn’t confirm that your request was received. May have been charged. [Check again] [Send again (may charge twice)]",
  "clicks Check again",
  1,
);
const unreadable = is(
  "The service replied without a job ID. May have been charged. [Check again] [Send again (may charge twice)]",
  "clicks Check again",
  1,
);

/** Expectation if the handler loses the service's response: a check can't find the job, which may be charged. */
const lostBehind = ({ message }: Expected, paid: 1 | 2): Expected =>
  is(message, "clicks Check again without success, then Send again", 2, paid);

/** Expectation after a failed poll, which is free and doesn't end the job. The message says that polling continues. */
const goesOn = (message: string): Expected => is(message, "waits", 1);
const lost = goesOn("Connection lost. Reconnecting…");
const again = (what: string): Expected => goesOn(`${what} Retrying automatically.`);
const offline = goesOn(
  "You’re offline. Your image is still being generated; we’ll update it when you reconnect.",
);
const unreachable = again("The image service couldn’t be reached.");
const torn = again("The response couldn’t be read.");
const notFound = again("The service can’t find this generation yet.");
const signedOut = is("You’re signed out. Sign in to continue.", "signs in and waits", 1);
const late = goesOn("Taking longer than usual. Still working…");
const runFailed = is("Image generation failed. Not charged. [Try again]", "clicks Try again", 2);
/** Expectation without a message: the result only arrives later. */
const quiet = goesOn("");

/** Expectations for faults between the page and the handler. */
const onWay: Readonly<Record<Step, Readonly<Record<string, Expected>>>> = {
  submit: {
    offline: is("You’re offline. Reconnect to generate.", "clicks Generate", 1),
    "connection reset": unknown,
    DNS: unknown,
    "401": is("You’re not signed in. Not charged. [Try again]", "signs in and clicks Try again", 1),
    "403": unknown,
    "404": unknown,
    "429": is("Too many requests. Not charged. [Try again]", "clicks Try again", 1),
    "500": unknown,
    "502 HTML": unknown,
    "503": unknown,
    "504": unknown,
    "truncated JSON": unreadable,
    "empty body": unreadable,
    slow: late,
    "redirect to a login page": unknown,
  },
  status: {
    offline,
    "connection reset": lost,
    DNS: lost,
    "401": signedOut,
    "403": again("This app didn’t allow the request."),
    "404": again("This app’s server couldn’t process the request."),
    "429": again("Too many requests."),
    "500": unreachable,
    "502 HTML": unreachable,
    "503": unreachable,
    "504": unreachable,
    "truncated JSON": torn,
    "empty body": torn,
    slow: late,
    "redirect to a login page": signedOut,
  },
  result: {
    offline,
    "connection reset": lost,
    DNS: lost,
    "401": signedOut,
    "403": again("This app didn’t allow the request."),
    "404": again("This app’s server couldn’t process the request."),
    "429": again("Too many requests."),
    "500": unreachable,
    "502 HTML": unreachable,
    "503": unreachable,
    "504": unreachable,
    "truncated JSON": torn,
    "empty body": torn,
    slow: late,
    "redirect to a login page": signedOut,
  },
  // Without a message, because polling replaces a broken stream.
  events: {
    offline,
    "401": signedOut,
    "connection reset": quiet,
    DNS: quiet,
    "403": quiet,
    "404": quiet,
    "429": quiet,
    "500": quiet,
    "502 HTML": quiet,
    "503": quiet,
    "504": quiet,
    "truncated JSON": quiet,
    "empty body": quiet,
    slow: quiet,
    "redirect to a login page": quiet,
  },
};

/** Expectations for faults between the handler and the service. */
const atTheService: Readonly<Record<Step, Readonly<Record<string, Expected>>>> = {
  submit: {
    "connection reset": lostBehind(unknown, 2),
    "401": refusedByService("The image service rejected this app’s API key. Not charged."),
    "403": refusedByService("This app’s account can’t use this model. Not charged."),
    "404": refusedByService("The image service doesn’t recognize this model. Not charged."),
    "406 content type": refusedByService(
      "The image service rejected the request format. Not charged.",
    ),
    "406 credits": refusedByService("This app’s account doesn’t have enough credits. Not charged."),
    "406 parameter": refusedByService("The image service rejected a setting. Not charged."),
    "406 spend limit": refusedByService("This app has reached its spending limit. Not charged."),
    "410": refusedByService("This model is no longer available. Not charged."),
    "422": runFailed,
    "429": is("Too many requests. Not charged. [Try again]", "clicks Try again", 2),
    "500": is("The image service had a problem. Not charged. [Try again]", "clicks Try again", 2),
    "502 HTML": lostBehind(unknown, 1),
    "503": lostBehind(unknown, 1),
    "504": lostBehind(unknown, 2),
    "truncated JSON": lostBehind(unreadable, 2),
    "empty body": lostBehind(unreadable, 2),
    slow: late,
  },
  status: {
    "connection reset": unreachable,
    "401": again("The image service rejected this app’s API key."),
    "403": again("This app’s account can’t use this model."),
    "404": notFound,
    "406 content type": again("The image service rejected the request format."),
    "406 credits": again("This app’s account doesn’t have enough credits."),
    "406 parameter": again("The image service rejected a setting."),
    "406 spend limit": again("This app has reached its spending limit."),
    "410": again("This model is no longer available."),
    "422": runFailed,
    "429": quiet,
    "500": unreachable,
    "502 HTML": unreachable,
    "503": unreachable,
    "504": unreachable,
    "truncated JSON": torn,
    "empty body": torn,
    slow: late,
  },
  result: {
    "connection reset": unreachable,
    "401": again("The image service rejected this app’s API key."),
    "403": again("This app’s account can’t use this model."),
    "404": notFound,
    "406 content type": again("The image service rejected the request format."),
    "406 credits": again("This app’s account doesn’t have enough credits."),
    "406 parameter": again("The image service rejected a setting."),
    "406 spend limit": again("This app has reached its spending limit."),
    "410": again("This model is no longer available."),
    "422": runFailed,
    "429": unreachable,
    "500": unreachable,
    "502 HTML": unreachable,
    "503": unreachable,
    "504": unreachable,
    "truncated JSON": torn,
    "empty body": torn,
    slow: quiet,
  },
  events: {
    "connection reset": quiet,
    "401": quiet,
    "403": quiet,
    "404": quiet,
    "406 content type": quiet,
    "406 credits": quiet,
    "406 parameter": quiet,
    "406 spend limit": quiet,
    "410": quiet,
    "422": runFailed,
    "429": quiet,
    "500": quiet,
    "502 HTML": quiet,
    "503": quiet,
    "504": quiet,
    "truncated JSON": quiet,
    "empty body": quiet,
    slow: late,
  },
};

export function expectedOf(place: Place, step: Step, fault: string): Expected | undefined {
  return (place === "way" ? onWay : atTheService)[step][fault];
}

/** Expectation if the page was closed during its submit. */
export const expectedAfterGoneMidSubmit = unknown;

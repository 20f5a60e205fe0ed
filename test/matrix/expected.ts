import type { Place, Step } from "./faults.ts";

/** The user's action after the message and the fault. */
export type Act =
  | "waits"
  | "signs in and waits"
  | "presses Check again"
  | "presses Check again in vain, then Send again"
  | "presses Try again"
  | "signs in and presses Try again"
  | "presses Generate"
  | "presses Generate anew";

export interface Expected {
  /** Exact text of the card with its buttons, or of the progress. */
  readonly message: string;
  readonly act: Act;
  /** Submits that reach the service: never more than the user intended. */
  readonly submits: number;
  readonly paid: number;
}

const is = (message: string, act: Act, submits: number, paid = 1): Expected => ({
  message,
  act,
  submits,
  paid,
});

const refusedByService = (message: string): Expected => is(message, "presses Generate anew", 2);

const unknown = is(
  "Nobody can say whether the job was taken. May have been charged. [Check again] [Send again: may charge twice]",
  "presses Check again",
  1,
);
const unreadable = is(
  "An answer came, and no id in it to follow the job by. May have been charged. [Check again] [Send again: may charge twice]",
  "presses Check again",
  1,
);

/** The handler lost the service's response, so a check can't find the job, which may be charged. */
const lostBehind = ({ message }: Expected, paid: 1 | 2): Expected =>
  is(message, "presses Check again in vain, then Send again", 2, paid);

/** A failed poll costs nothing and ends nothing: the message says that polling continues. */
const goesOn = (message: string): Expected => is(message, "waits", 1);
const lost = goesOn("Connection lost; asking again by itself");
const again = (what: string): Expected => goesOn(`${what} It is asked for again by itself.`);
const offline = goesOn("You are offline. The run goes on, and is looked at once you are back");
const unreachable = again("The image service can't be reached just now.");
const torn = again("The answer could not be read.");
const notFound = again("The service does not find this job just now.");
const signedOut = is("You are signed out. Sign in, and it goes on", "signs in and waits", 1);
const late = goesOn("Taking longer than usual. It is not lost.");
const runFailed = is("The run failed. Not charged. [Try again]", "presses Try again", 2);
/** No message: the result is only later. */
const quiet = goesOn("");

/** Faults between the page and the handler. */
const onWay: Readonly<Record<Step, Readonly<Record<string, Expected>>>> = {
  submit: {
    offline: is(
      "You are offline. Generate again once the connection is back.",
      "presses Generate",
      1,
    ),
    "connection reset": unknown,
    DNS: unknown,
    "401": is(
      "You are not signed in. Not charged. [Try again]",
      "signs in and presses Try again",
      1,
    ),
    "403": unknown,
    "404": unknown,
    "429": is("Too many requests at once. Not charged. [Try again]", "presses Try again", 1),
    "500": unknown,
    "502 HTML": unknown,
    "503": unknown,
    "504": unknown,
    "torn JSON": unreadable,
    "empty body": unreadable,
    slow: late,
    "redirect to a login page": unknown,
  },
  status: {
    offline,
    "connection reset": lost,
    DNS: lost,
    "401": signedOut,
    "403": again("The app did not allow this run."),
    "404": again("There is nothing at this address."),
    "429": again("Too many requests at once."),
    "500": unreachable,
    "502 HTML": unreachable,
    "503": unreachable,
    "504": unreachable,
    "torn JSON": torn,
    "empty body": torn,
    slow: late,
    "redirect to a login page": signedOut,
  },
  result: {
    offline,
    "connection reset": lost,
    DNS: lost,
    "401": signedOut,
    "403": again("The app did not allow this run."),
    "404": again("There is nothing at this address."),
    "429": again("Too many requests at once."),
    "500": unreachable,
    "502 HTML": unreachable,
    "503": unreachable,
    "504": unreachable,
    "torn JSON": torn,
    "empty body": torn,
    slow: late,
    "redirect to a login page": signedOut,
  },
  // Polling replaces a broken stream without a message.
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
    "torn JSON": quiet,
    "empty body": quiet,
    slow: quiet,
    "redirect to a login page": quiet,
  },
};

/** Faults between the handler and the service. */
const atTheService: Readonly<Record<Step, Readonly<Record<string, Expected>>>> = {
  submit: {
    "connection reset": lostBehind(unknown, 2),
    "401": refusedByService("The image service refused this app's key. Not charged."),
    "403": refusedByService("This app's account may not use this model. Not charged."),
    "404": refusedByService("The image service does not know this model. Not charged."),
    "406 content type": refusedByService(
      "The image service did not take the form of the request. Not charged.",
    ),
    "406 credits": refusedByService("This app's account has too few credits left. Not charged."),
    "406 parameter": refusedByService("The image service refused one of the values. Not charged."),
    "406 spend limit": refusedByService("This app has reached its spending limit. Not charged."),
    "410": refusedByService("The image service has retired this model. Not charged."),
    "422": runFailed,
    "429": is("Too many requests at once. Not charged. [Try again]", "presses Try again", 2),
    "500": is(
      "The image service had an error of its own. Not charged. [Try again]",
      "presses Try again",
      2,
    ),
    "502 HTML": lostBehind(unknown, 1),
    "503": lostBehind(unknown, 1),
    "504": lostBehind(unknown, 2),
    "torn JSON": lostBehind(unreadable, 2),
    "empty body": lostBehind(unreadable, 2),
    slow: late,
  },
  status: {
    "connection reset": unreachable,
    "401": again("The image service refused this app's key."),
    "403": again("This app's account may not use this model."),
    "404": notFound,
    "406 content type": again("The image service did not take the form of the request."),
    "406 credits": again("This app's account has too few credits left."),
    "406 parameter": again("The image service refused one of the values."),
    "406 spend limit": again("This app has reached its spending limit."),
    "410": again("The image service has retired this model."),
    "422": runFailed,
    "429": quiet,
    "500": unreachable,
    "502 HTML": unreachable,
    "503": unreachable,
    "504": unreachable,
    "torn JSON": torn,
    "empty body": torn,
    slow: late,
  },
  result: {
    "connection reset": unreachable,
    "401": again("The image service refused this app's key."),
    "403": again("This app's account may not use this model."),
    "404": notFound,
    "406 content type": again("The image service did not take the form of the request."),
    "406 credits": again("This app's account has too few credits left."),
    "406 parameter": again("The image service refused one of the values."),
    "406 spend limit": again("This app has reached its spending limit."),
    "410": again("The image service has retired this model."),
    "422": runFailed,
    "429": unreachable,
    "500": unreachable,
    "502 HTML": unreachable,
    "503": unreachable,
    "504": unreachable,
    "torn JSON": torn,
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
    "torn JSON": quiet,
    "empty body": quiet,
    slow: late,
  },
};

export function expectedOf(place: Place, step: Step, fault: string): Expected | undefined {
  return (place === "way" ? onWay : atTheService)[step][fault];
}

/** The page was closed during its submit. */
export const expectedAfterGoneMidSubmit = unknown;

import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { createClient, EaselProvider, Studio } from "react-easel";
import { expect, test } from "vitest";

test("rendering on a server leaves no timer that would keep the process alive", () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const before = timers();
  const client = createClient({ baseUrl: "/api/easel" });
  renderToString(createElement(EaselProvider, { client }, createElement(Studio)));
  expect(timers()).toBe(before);
});

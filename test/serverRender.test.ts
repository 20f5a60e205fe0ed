import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { createClient, EaselProvider, Studio } from "react-easel";
import { expect, test } from "vitest";

test("leaves no timers after server rendering", () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const before = timers();
  const client = createClient({ baseUrl: "/api/easel" });
  renderToString(createElement(EaselProvider, { client }, createElement(Studio)));
  expect(timers()).toBe(before);
});

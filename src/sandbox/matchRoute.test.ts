import { expect, test } from "vitest";
import { matchRoute } from "./matchRoute.ts";

test.each([
  ["/v2/sd2.1-txt2img", { step: "submit", verb: "POST", id: "sd2.1-txt2img" }],
  ["/v1/sdxl-torch", { step: "generate", verb: "POST", id: "sdxl-torch" }],
  ["/v2/requests/abc/status", { step: "status", verb: "GET", id: "abc" }],
  ["/v2/requests/abc", { step: "result", verb: "GET", id: "abc" }],
  ["/v2/requests/abc/cancel", { step: "cancel", verb: "POST", id: "abc" }],
  ["/v1/requests/abc", { step: "result", verb: "GET", id: "abc" }],
  ["/v1/get-user-credits", { step: "credits", verb: "GET", id: "get-user-credits" }],
  ["/upload-asset", { step: "upload", verb: "POST", id: "upload-asset" }],
  [
    "/files/assets/0123456789abcdef0123456789abcdef.png",
    { step: "file", verb: "GET", id: "0123456789abcdef0123456789abcdef" },
  ],
  ["/", undefined],
  ["/v3/sdxl-torch", undefined],
  ["/v2/..", undefined],
  ["/v2/a/b", undefined],
])("matches the route of %s", (path, route) => {
  expect(matchRoute(path)).toEqual(route);
});

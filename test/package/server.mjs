// A server that uses the packed package without React, TanStack Query, and React Hook Form.
import { createClient, runJob } from "react-easel/client";
import { de } from "react-easel/labels";
import { sdxlTorch } from "react-easel/models";
import { createSandboxHandler } from "react-easel/sandbox";
import { createHandler, segmind } from "react-easel/server";
import { toNextHandlers } from "react-easel/server/next";
import { toNodeListener } from "react-easel/server/node";

const check = (condition, problem) => {
  if (!condition) throw new Error(problem);
};
const peers = ["react", "react-dom", "@tanstack/react-query", "react-hook-form"];
for (const peer of peers) {
  const isInstalled = await import(peer).then(
    () => true,
    () => false,
  );
  check(!isInstalled, `${peer} is installed, so this checks nothing`);
}

const handler = createSandboxHandler({ speed: Infinity });
const client = createClient({
  fetcher: (request) => handler(new Request(new URL(request.url, "http://localhost"), request)),
});
const { images } = await runJob(client, sdxlTorch, { prompt: "a packed panda" });
const image = await handler(new Request(images[0].url));
check(image.headers.get("content-type") === "image/png", "no image");
check(toNextHandlers(handler).POST && toNodeListener(handler), "no adapters");
check(createHandler && segmind && de.form, "no exports");
console.log("The server works.");

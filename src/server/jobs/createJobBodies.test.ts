import { expect, test } from "vitest";
import type { BackendJob } from "../backends/backend.ts";
import type { HandlerOptions } from "../options/handlerOptions.ts";
import { createJobBodies } from "./createJobBodies.ts";

interface ShowOptions extends Pick<HandlerOptions, "expose"> {
  readonly basePath?: string;
}

const record: BackendJob = {
  requestId: "upstream",
  state: "completed",
  images: [{ url: "https://cdn.example/a.png", contentType: "image/png" }],
  seed: 7,
  metrics: { totalTime: 4.4, cost: 0.008, remainingCredits: 41.2 },
};
const show = (job: BackendJob, { basePath = "/api/easel", expose }: ShowOptions = {}): unknown =>
  JSON.parse(createJobBodies(basePath, expose).text("the-ticket", job));

const addresses = {
  request_id: "the-ticket",
  poll_url: "/api/easel/v2/requests/the-ticket",
  status_url: "/api/easel/v2/requests/the-ticket/status",
  response_url: "/api/easel/v2/requests/the-ticket",
};

test("converts a record to the service's format, with the ticket and without the cost", () => {
  expect(show(record)).toEqual({
    ...addresses,
    status: "COMPLETED",
    output: "https://cdn.example/a.png",
    images: [{ url: "https://cdn.example/a.png", content_type: "image/png" }],
    seed: 7,
    metrics: { total_time: 4.4 },
  });
  expect(show(record, { basePath: "" })).toMatchObject({ poll_url: "/v2/requests/the-ticket" });
});

test("returns costs in the service's format if they are exposed", () => {
  expect(show(record, { expose: { cost: true } })).toMatchObject({
    metrics: { total_time: 4.4, cost: 0.008, remaining_credits: 41.2 },
  });
});

test("returns only seeds and the prompt from the service's body, even if costs are exposed", () => {
  const body = {
    seed: "18446744073709551615",
    seeds: [7, 8],
    prompt: "a red fox",
    status: "sold out",
    request_id: "upstream",
    amount: 1,
    usd: 0.01,
    wallet: { balance: 4 },
    fee: 2,
    metrics: { fee: 1 },
    brand_new: true,
  };
  expect(show({ ...record, body }, { expose: { cost: true, credits: true } })).toEqual({
    ...(show(record, { expose: { cost: true } }) as object),
    seed: "18446744073709551615",
    seeds: [7, 8],
    prompt: "a red fox",
  });
});

test("returns text as the output, and inline images once", () => {
  expect(show({ requestId: "a", state: "completed", text: "a fox", images: [] })).toEqual({
    ...addresses,
    status: "COMPLETED",
    output: "a fox",
  });
  const [one, two] = ["data:image/png;base64,aaaa", "data:image/png;base64,bbbb"];
  const inline = (...urls: string[]) => ({ ...record, images: urls.map((url) => ({ url })) });
  expect(JSON.stringify(show(inline(one ?? "")))).toMatch(/^((?!images).)*"output":"data:/);
  expect(show(inline(one ?? "", two ?? ""))).toMatchObject({ output: [one, two] });
});

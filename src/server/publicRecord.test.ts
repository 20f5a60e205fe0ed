import { expect, test } from "vitest";
import { sdxlTorch } from "../models/index.ts";
import type { Backend } from "./backend.ts";
import { createHost } from "./createHost.ts";
import type { HandlerOptions } from "./handlerOptions.ts";
import { publicRecord } from "./publicRecord.ts";

const nobody = async (): Promise<never> => {
  throw new Error("not asked");
};
const backend: Backend = { submit: nobody, getStatus: nobody, getResult: nobody };

const hostWith = (options: Partial<HandlerOptions> = {}) =>
  createHost({
    backend,
    models: [sdxlTorch],
    authorize: () => null,
    secret: "a secret of thirty-two bytes or more",
    ...options,
  });

const body = {
  status: "COMPLETED",
  request_id: "upstream",
  status_url: "https://api.segmind.com/v2/requests/upstream/status",
  output: "https://images.segmind.com/a.png",
  brand_new: { kept: [1, { credit_note: "x", also: true }] },
  cost: 1,
  metrics: { total_time: 4.4, cost: 0.008, remaining_credits: 41.2, retry_count: 0 },
  account: { "free-credits": 3, remainingCredits: 2, "x-cost": 1, totalCost: 1, name: "acme" },
  costume: "panda",
};
const record = { requestId: "upstream", state: "completed", body } as const;

test("ids and addresses are the ticket's, unknown fields are kept, money is taken out", () => {
  expect(publicRecord(hostWith(), "the-ticket", record)).toEqual({
    status: "COMPLETED",
    request_id: "the-ticket",
    poll_url: "/api/easel/v2/requests/the-ticket",
    status_url: "/api/easel/v2/requests/the-ticket/status",
    response_url: "/api/easel/v2/requests/the-ticket",
    output: "https://images.segmind.com/a.png",
    brand_new: { kept: [1, { also: true }] },
    metrics: { total_time: 4.4, retry_count: 0 },
    account: { name: "acme" },
    costume: "panda",
  });
});

test("a host that shows its costs shows them as the service has them", () => {
  const shown = publicRecord(hostWith({ expose: { cost: true } }), "the-ticket", record);
  expect(shown).toMatchObject({ cost: 1, metrics: body.metrics, account: body.account });
});

test("a record without a body is put into the service's words", () => {
  const shown = publicRecord(hostWith({ basePath: "/" }), "the-ticket", {
    requestId: "upstream",
    state: "completed",
    images: [{ url: "https://cdn.example/a.png", contentType: "image/png" }],
    seed: 7,
    metrics: { totalTime: 2, cost: 1 },
  });
  expect(JSON.parse(JSON.stringify(shown))).toEqual({
    status: "COMPLETED",
    request_id: "the-ticket",
    poll_url: "/v2/requests/the-ticket",
    status_url: "/v2/requests/the-ticket/status",
    response_url: "/v2/requests/the-ticket",
    output: "https://cdn.example/a.png",
    images: [{ url: "https://cdn.example/a.png", content_type: "image/png" }],
    seed: 7,
    metrics: { total_time: 2 },
  });
});

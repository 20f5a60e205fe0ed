import { gatewayTimeout, json } from "./answers.ts";
import type { FaultOf } from "./faults.ts";

const addressKeys = new Set(["request_id", "poll_url", "status_url", "response_url"]);

export async function spoil(
  response: Response,
  fault: FaultOf<"spoiled">,
): Promise<Response | undefined> {
  const { headers, status } = response;
  switch (fault) {
    case "lost-answer":
      return undefined;
    case "gateway-timeout":
      return gatewayTimeout();
    case "empty-body":
      return new Response("", { status, headers: { "content-type": "application/json" } });
    case "torn-json": {
      const bytes = await response.arrayBuffer();
      headers.delete("content-length");
      return new Response(bytes.slice(0, Math.floor(bytes.byteLength / 2)), { status, headers });
    }
    case "no-request-id":
      break;
  }
  if (!headers.get("content-type")?.includes("json")) return response;
  const body = Object.entries((await response.json()) as object);
  return json(status, Object.fromEntries(body.filter(([key]) => !addressKeys.has(key))));
}

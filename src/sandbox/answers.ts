import type { FaultOf } from "./faults.ts";

export const json = (status: number, body: unknown, headers: HeadersInit = {}): Response =>
  Response.json(body, { status, headers });

const html = (status: number, title: string): Response =>
  new Response(
    `<!doctype html>\n<html>\n<head><title>${title}</title></head>\n<body><center><h1>${title}</h1></center></body>\n</html>\n`,
    { status, headers: { "content-type": "text/html; charset=utf-8" } },
  );

const error = (status: number, message: string) => (): Response => json(status, { error: message });

const refusals: Record<Exclude<FaultOf<"refused">, "connection-reset">, () => Response> = {
  "bad-request": error(400, "Bad request: the body is malformed or lacks a field"),
  "key-missing": error(401, "Missing Authorization or x-api-key in header"),
  "key-invalid": error(401, "Unauthorized. API key is invalid or may have expired..."),
  "auth-error": () =>
    json(401, {
      error: "unauthorized",
      error_description: "The API key is invalid or has expired",
      status_code: 401,
    }),
  forbidden: error(403, "Your account does not have access to this model"),
  "model-not-found": error(404, "Model not found"),
  "request-not-found": error(404, "Request not found"),
  "no-balance": error(404, "No credits found for the user"),
  "wrong-verb": () => html(405, "405 Method Not Allowed"),
  "content-type": error(406, "Invalid content type"),
  "no-credits": error(406, "Insufficient credits: 0.001 available, 0.008 needed"),
  "parameter-rejected": error(406, "Invalid value for parameter num_inference_steps"),
  "spend-limit": error(406, "The team spend limit has been reached"),
  "model-retired": error(410, "This model has been retired"),
  "rate-limited": error(429, "Rate limit exceeded"),
  "server-error": error(500, "Internal server error"),
  "bad-gateway": () => html(502, "502 Bad Gateway"),
  unavailable: error(503, "Service temporarily unavailable"),
  "login-page": () => html(200, "Sign in to this network"),
};

export function refuse(name: keyof typeof refusals, message?: string): Response {
  const standard = refusals[name]();
  return message === undefined ? standard : json(standard.status, { error: message });
}

export const gatewayTimeout = error(504, "Gateway timeout");

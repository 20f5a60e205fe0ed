import { admit, rateLimitAnswer } from "./admit.ts";
import { refuse } from "./answers.ts";
import type { SandboxCall } from "./createFaultPlan.ts";
import { hasEffect, type SandboxFault } from "./faults.ts";
import type { Route } from "./matchRoute.ts";
import { routes } from "./routes.ts";
import type { Reply, Service } from "./service.ts";
import { spoil } from "./spoil.ts";

interface Asked {
  readonly request: Request;
  readonly route: Route;
  readonly call: SandboxCall;
  readonly fault: SandboxFault | undefined;
}

/** What goes back to the caller; no response at all when the connection breaks. */
export type Answered = Omit<Reply, "response"> & { readonly response: Response | undefined };

function refusal(service: Service, { request, route, call, fault }: Asked): Answered | undefined {
  if (fault === "connection-reset") return { response: undefined };
  if (fault === "rate-limited") return { response: rateLimitAnswer(service.rateLimit, call.at) };
  if (hasEffect(fault, "refused")) return { response: refuse(fault) };
  const response = admit(service, request, route, call.at);
  return response && { response };
}

/** Takes a request through: refused, or let in and answered, and the answer damaged where a fault says so. */
export async function answerRequest(service: Service, asked: Asked): Promise<Answered> {
  const refused = refusal(service, asked);
  if (refused) return refused;
  const { request, route, call, fault } = asked;
  const reply = await routes[route.step](service, {
    url: new URL(request.url),
    id: route.id,
    body: call.body,
    now: call.at,
    fault,
  });
  return hasEffect(fault, "spoiled")
    ? { ...reply, response: await spoil(reply.response, fault) }
    : reply;
}

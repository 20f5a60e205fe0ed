import { admit } from "./admit.ts";
import { refuse } from "./answers.ts";
import type { SandboxCall } from "./createFaultPlan.ts";
import type { Reply, Service } from "./createService.ts";
import { hasEffect, type SandboxFault } from "./faults.ts";
import type { Route } from "./matchRoute.ts";
import { routes } from "./routes.ts";
import { spoil } from "./spoil.ts";

interface Incoming {
  readonly request: Request;
  readonly route: Route;
  readonly call: SandboxCall;
  readonly fault: SandboxFault | undefined;
}

type Answered = Omit<Reply, "response"> & { readonly response: Response | undefined };

export async function answerRequest(
  service: Service,
  { request, route, call, fault }: Incoming,
): Promise<Answered> {
  if (fault === "connection-reset") return { response: undefined };
  if (fault === "rate-limited") return { response: service.rateLimit.refusal(call.at) };
  if (hasEffect(fault, "refused")) return { response: refuse(fault) };
  const refusal = admit(service, request, route, call.at);
  if (refusal) return { response: refusal };
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

import { EaselError } from "../../protocol/EaselError.ts";
import type { TicketInfo, Tickets } from "./createTickets.ts";

export async function readTicket(
  tickets: Tickets,
  ticket: unknown,
  userId: string,
): Promise<TicketInfo> {
  const given: unknown = userId;
  if (typeof given !== "string" || given === "") {
    throw new TypeError(
      "readTicket: userId is missing, so the ticket could be anyone's. Pass the userId that authorize returns for the signed-in user. Before this call, return 401 to visitors who aren't signed in.",
    );
  }
  const job = typeof ticket === "string" ? await tickets.read(ticket, userId) : undefined;
  if (!job) throw new EaselError("job_not_found", { status: 404 });
  const { id, requestId, modelId, issuedAt } = job;
  return { id, requestId, modelId, issuedAt };
}

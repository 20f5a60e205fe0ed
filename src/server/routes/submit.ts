import { isFinalState } from "../../protocol/jobState.ts";
import type { HandlerCore, StoreAccess } from "../core/createCore.ts";
import { jsonResponse } from "../http/respond.ts";
import { createSlowTextCheck } from "../security/createSlowTextCheck.ts";
import { markOf } from "../security/createTickets.ts";
import { createAttempts } from "../submit/createAttempts.ts";
import type { SendJob } from "../submit/createJobSender.ts";
import { hookTimeoutMs, type SentJob } from "../submit/createSubmitHooks.ts";
import { readSubmitRequest } from "../submit/readSubmitRequest.ts";
import type { HandlerRoute } from "./handlerRoute.ts";
import { refuseWhileClosing } from "./health.ts";
import type { JobAnswers } from "./job.ts";

export function submitRoute(
  core: JobAnswers &
    StoreAccess &
    Pick<HandlerCore, "background" | "limits" | "models" | "storeCheck">,
  sendJob: SendJob,
): HandlerRoute {
  const { background, jobBodies, readJob, report, store, storeCheck, writeBack } = core;
  const attempts = createAttempts(store, writeBack, storeCheck);
  const findSlowText = createSlowTextCheck();
  return {
    path: "v2/:model",
    verb: "POST",
    async answer(routeRequest) {
      const { request, user, name } = routeRequest;
      const asked = await readSubmitRequest(core, findSlowText, request, name);
      const { model, input } = asked;
      let sent: SentJob | undefined;
      const { ticket, repeated } = await attempts.submitOnce(
        { userId: user.userId, ...asked },
        async (reservation) => {
          // Checked only for new attempts. A repeated attempt gets its ticket even while the handler is closing.
          refuseWhileClosing(background);
          sent = await sendJob(routeRequest, reservation, model, input);
          return sent.ticket;
        },
      );
      report({ type: "submit", model: model.id, repeated, job: markOf(ticket) });
      await sent?.whenReported;
      // The result is read now, because the page may close. If reading fails, the page's poll reads the result.
      if (sent && isFinalState(sent.state)) {
        const polled = readJob("result", sent.job, new AbortController(), hookTimeoutMs);
        await polled.catch(() => undefined);
      }
      return jsonResponse({ ...jobBodies.addresses(ticket), status: "QUEUED" });
    },
  };
}

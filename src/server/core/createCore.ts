import { EaselError } from "../../protocol/EaselError.ts";
import { guardBackend } from "../backends/guardBackend.ts";
import { isAbsent } from "../backends/isAbsent.ts";
import { createReport } from "../events/createReport.ts";
import { createBudget } from "../limits/createBudget.ts";
import { createRequestRate } from "../limits/createRequestRate.ts";
import { createServiceCaller } from "../limits/createServiceCaller.ts";
import { checkOptions } from "../options/checkOptions.ts";
import type { HandlerOptions } from "../options/handlerOptions.ts";
import { createTickets } from "../security/createTickets.ts";
import { createSharedClock } from "../stores/createSharedClock.ts";
import { createStoreCheck } from "../stores/createStoreCheck.ts";
import { createWriteBack } from "../stores/createWriteBack.ts";
import { guardStore } from "../stores/guardStore.ts";
import { createBackground } from "../timing/createBackground.ts";

const secretMissing =
  "createHandler: secret isn't set, so the IDs sent to browsers can't be signed. Create one with `openssl rand -base64 32`, set it on the server, and pass it as secret: process.env.EASEL_SECRET.";

export type HandlerCore = ReturnType<typeof createCore>;

export type ServiceAccess = Pick<HandlerCore, "backend" | "callService">;
export type StoreAccess = Pick<HandlerCore, "report" | "store" | "writeBack">;
export type HookCalls = Pick<HandlerCore, "background" | "hooks" | "report">;

export function createCore(options: HandlerOptions) {
  const { secrets, ...checked } = checkOptions(options);
  const { jobHours, requestsPerMinute, upstreamRequestsPerMinute } = checked.limits;
  const backend = guardBackend(checked.backend);
  const report = createReport(options);
  const storeCheck = createStoreCheck(checked.store, report);
  const store = guardStore(checked.store, storeCheck.noteFault);
  const clock = createSharedClock(store);
  const background = createBackground();
  const ticketLifeMs = jobHours * 3_600_000;
  return {
    ...checked,
    backend,
    background,
    callService: createServiceCaller(createBudget(store, upstreamRequestsPerMinute, clock), report),
    clock,
    countRequest: createRequestRate(store, requestsPerMinute),
    hooks: options,
    report,
    requireConfig() {
      const secretProblem = secrets.length > 0 ? undefined : secretMissing;
      const missing = [secretProblem, backend.missingConfig()].filter((text) => !isAbsent(text));
      if (missing.length === 0) return;
      throw new EaselError("not_configured", { message: missing.join(" ") });
    },
    showsCredits: options.expose?.credits === true && backend.getCredits !== undefined,
    store,
    storeCheck,
    ticketLifeMs,
    tickets: createTickets(secrets, ticketLifeMs, clock.now),
    writeBack: createWriteBack(background, report),
  };
}

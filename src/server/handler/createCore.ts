import { EaselError } from "../../protocol/EaselError.ts";
import { guardBackend } from "../backends/guardBackend.ts";
import { isAbsent } from "../backends/isAbsent.ts";
import { createReport } from "../events/createReport.ts";
import { createBudget } from "../limits/createBudget.ts";
import { createRequestRate } from "../limits/createRequestRate.ts";
import { createServiceCaller } from "../limits/createServiceCaller.ts";
import {
  checkAuthorize,
  checkSecret,
  checkAssetPolicy,
  checkBasePath,
  checkLimits,
  checkBackend,
  checkModels,
  checkStore,
  checkInputOrigins,
} from "../options/checkOptions.ts";
import type { HandlerOptions } from "../options/handlerOptions.ts";
import { createOrigins } from "../security/createOrigins.ts";
import { createTickets } from "../security/createTickets.ts";
import { createSharedClock } from "../stores/createSharedClock.ts";
import { createStoreCheck } from "../stores/createStoreCheck.ts";
import { createWriteBack } from "../stores/createWriteBack.ts";
import { guardStore } from "../stores/guardStore.ts";
import { memoryStore } from "../stores/memoryStore.ts";
import { createBackground } from "../timing/createBackground.ts";

const secretMissing =
  "createHandler: secret isn't set, so the ids that browsers get can't be signed. Make one with `openssl rand -base64 32`, set it where the server runs, and pass it as secret: process.env.EASEL_SECRET.";

export type HandlerCore = ReturnType<typeof createCore>;

/**
 * Checks a handler's options, and creates what its parts share.
 *
 * @throws TypeError for a wrong option
 */
export function createCore(options: HandlerOptions) {
  const given: Partial<HandlerOptions> = options;
  const backend = guardBackend(checkBackend(given.backend));
  checkAuthorize(given);
  checkAssetPolicy(given);
  const limits = checkLimits(given.limits);
  const givenStore = checkStore(given.store ?? memoryStore());
  const secrets = checkSecret(given.secret);
  const report = createReport(options);
  const storeCheck = createStoreCheck(givenStore, report);
  const store = guardStore(givenStore, storeCheck.noteFault);
  const clock = createSharedClock(store);
  const background = createBackground();
  const ticketLifeMs = limits.jobHours * 3_600_000;
  const budget = createBudget(store, limits.upstreamRequestsPerMinute, clock);
  return {
    backend,
    background,
    basePath: checkBasePath(given.basePath),
    callService: createServiceCaller({ budget, report }),
    clock,
    countRequest:
      limits.requestsPerMinute === undefined
        ? async () => undefined
        : createRequestRate(store, limits.requestsPerMinute),
    hooks: options,
    inputOrigins: checkInputOrigins(given.allowedInputOrigins),
    limits,
    models: checkModels(given.models),
    origins: createOrigins(
      (given.allowedOrigins ?? []).filter((origin): origin is string => !isAbsent(origin)),
    ),
    report,
    /** Throws `not_configured` while a secret or key is absent. */
    requireConfig() {
      const secretProblem = secrets.length > 0 ? undefined : secretMissing;
      const missing = [secretProblem, backend.missingConfig?.()].filter((text) => !isAbsent(text));
      if (missing.length === 0) return;
      throw new EaselError("not_configured", { message: missing.join(" ") });
    },
    store,
    storeCheck,
    ticketLifeMs,
    tickets: createTickets(secrets, ticketLifeMs, () => clock.now()),
    writeBack: createWriteBack(background, report),
  };
}

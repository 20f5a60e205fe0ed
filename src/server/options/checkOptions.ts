import type { Model } from "../../models/defineModel.ts";
import type { Backend } from "../backends/backend.ts";
import { isAbsent } from "../backends/isAbsent.ts";
import { parseUrl } from "../http/parseUrl.ts";
import { createOrigins } from "../security/createOrigins.ts";
import { memoryStore } from "../stores/memoryStore.ts";
import type { Store } from "../stores/store.ts";
import { defaultLimits, type HandlerLimits } from "./handlerLimits.ts";
import type { HandlerOptions } from "./handlerOptions.ts";

const optionError = (problem: string): TypeError => new TypeError(`createHandler: ${problem}`);

function checkBasePath(basePath = "/api/easel"): string {
  if (/^(\/[\w.~-]+)*\/?$/.test(basePath)) return basePath.replace(/\/$/, "");
  throw optionError(
    `basePath is "${basePath}", but no request path starts with that. Use a path such as "/api/easel".`,
  );
}

const assetPolicies = new Set<unknown>(["same-origin", "same-site", "cross-origin", undefined]);

function checkAssetPolicy({ assetPolicy }: Partial<HandlerOptions>): void {
  if (assetPolicies.has(assetPolicy)) return;
  throw optionError(
    `assetPolicy is ${JSON.stringify(assetPolicy)}, which browsers ignore. Use "same-origin", "same-site", or "cross-origin".`,
  );
}

const presentOf = (
  origins: readonly (string | undefined)[] | null | undefined,
): readonly string[] => (origins ?? []).filter((origin): origin is string => !isAbsent(origin));

function checkOrigin(given: unknown): string {
  const text = String(given);
  const url = text.includes("*") ? undefined : parseUrl(text);
  const isOrigin =
    url && /^https?:$/.test(url.protocol) && /^https?:\/\/[^/?#@\\]+\/?$/i.test(text);
  if (isOrigin) return url.origin;
  throw optionError(
    `allowedInputOrigins contains "${text}", which isn't an origin, so no image would be fetched from it. Pass only the scheme, host, and port, such as "https://cdn.example.com" or "http://minio:9000".`,
  );
}

function checkSecret(secret: HandlerOptions["secret"]): readonly string[] {
  const given: readonly unknown[] = Array.isArray(secret) ? secret : [secret];
  const isLong = (text: unknown): text is string =>
    typeof text === "string" && new TextEncoder().encode(text).length >= 32;
  const secrets = given.filter((text) => !isAbsent(text));
  if (secrets.every(isLong)) return secrets;
  throw optionError(
    "secret is shorter than 32 bytes, so IDs sent to browsers could be forged. Create one with `openssl rand -base64 32` and pass it from the server's environment.",
  );
}

function checkAuthorize({ authorize, limits }: Partial<HandlerOptions>): void {
  if (authorize === "public") {
    if (Number.isFinite(Number(limits?.requestsPerMinute))) return;
    throw optionError(
      'authorize: "public" lets anyone spend your credits, so a limit is required. Set limits: { requestsPerMinute: 60 }.',
    );
  }
  if (typeof authorize === "function") return;
  throw optionError(
    "authorize is missing, so users can't be distinguished. Pass a function that returns { userId }, or null for a visitor who isn't signed in. To allow everyone, set authorize: \"public\" and limits.requestsPerMinute.",
  );
}

function checkLimits(limits: HandlerLimits = {}): HandlerLimits & Readonly<typeof defaultLimits> {
  const given = Object.entries(limits).filter(([, limit]) => limit !== undefined);
  for (const [name, limit] of given) {
    if (typeof limit !== "function" && !(Number(limit) > 0)) {
      throw optionError(
        `limits.${name} is ${JSON.stringify(limit)}, which would block all requests. Use a number above 0.`,
      );
    }
  }
  return { ...defaultLimits, ...Object.fromEntries(given) };
}

function checkBackend(backend: Backend | undefined): Backend {
  if (typeof backend?.submit === "function") return backend;
  throw optionError(
    "backend is missing, so no image can be generated. Pass segmind({ apiKey }) or a custom backend.",
  );
}

function checkModels(models: readonly Model[] | undefined): ReadonlyMap<string, Model> {
  if (!models?.length) {
    throw optionError(
      "models is empty, so nothing can be generated. Pass a list, such as models: [sdxlTorch], or pass models: catalog.",
    );
  }
  const byId = new Map<string, Model>();
  for (const model of models) {
    if (byId.has(model.id)) {
      throw optionError(
        `models contains "${model.id}" twice, but each ID can be used only once. Remove one of the two.`,
      );
    }
    byId.set(model.id, model);
  }
  return byId;
}

/** Required store methods. A Redis client passed by mistake lacks some, and would fail at the first submission. */
const storeCalls = ["get", "add", "replace", "take"] as const satisfies readonly (keyof Store)[];

function checkStore(store: Store): Store {
  const missing = storeCalls.find((call) => typeof store[call] !== "function");
  if (missing === undefined) return store;
  throw optionError(
    `store has no ${missing} method, so no attempt can be stored and nothing can be submitted. Pass memoryStore(), or redisStore(client) with a Redis client.`,
  );
}

/** Validates the options. Allows a missing secret, so that an app can be built without its environment variables. */
export function checkOptions(options: HandlerOptions) {
  const given: Partial<HandlerOptions> = options;
  checkAuthorize(given);
  checkAssetPolicy(given);
  return {
    backend: checkBackend(given.backend),
    basePath: checkBasePath(given.basePath),
    inputOrigins: new Set(presentOf(given.allowedInputOrigins).map(checkOrigin)),
    limits: checkLimits(given.limits),
    models: checkModels(given.models),
    origins: createOrigins(presentOf(given.allowedOrigins)),
    secrets: checkSecret(given.secret),
    store: checkStore(given.store ?? memoryStore()),
  };
}

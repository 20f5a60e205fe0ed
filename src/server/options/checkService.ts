import type { Model } from "../../models/defineModel.ts";
import type { Backend } from "../backends/backend.ts";
import type { Store } from "../stores/store.ts";
import { optionError } from "./optionError.ts";

export function checkBackend(backend: Backend | undefined): Backend {
  if (typeof backend?.submit === "function") return backend;
  throw optionError(
    "backend is missing, so no image could be generated. Pass segmind({ apiKey }) or a custom backend.",
  );
}

export function checkModels(models: readonly Model[] | undefined): ReadonlyMap<string, Model> {
  if (!models?.length) {
    throw optionError(
      "models is empty, so nothing could be generated. List what you offer: models: [sdxlTorch], or models: catalog.",
    );
  }
  const byId = new Map<string, Model>();
  for (const model of models) {
    if (byId.has(model.id)) {
      throw optionError(
        `models has "${model.id}" twice, and only one of them could be used. Remove one.`,
      );
    }
    byId.set(model.id, model);
  }
  return byId;
}

/** A Redis client has some of these methods, and would fail at the first submit. */
const storeCalls = ["get", "add", "replace", "take"] as const satisfies readonly (keyof Store)[];

export function checkStore(store: Store): Store {
  const missing = storeCalls.find((call) => typeof store[call] !== "function");
  if (missing === undefined) return store;
  throw optionError(
    `store has no ${missing}, so no attempt could be kept and nothing would be submitted. Pass memoryStore(), or redisStore(client) around a Redis client.`,
  );
}

import { isModelId } from "../models/defineModel.ts";

/**
 * What a request asks for. `submit`, `status` and `result` are v2's three; `generate` is v1's blocking call, whose
 * `GET /v1/requests/{id}` counts as `result`; `file` is an image's URL.
 */
export type SandboxStep =
  | "submit"
  | "status"
  | "result"
  | "generate"
  | "credits"
  | "upload"
  | "file";

export interface Route {
  readonly step: SandboxStep;
  readonly verb: "GET" | "POST";
  /** The model's, the request's or the file's name in the path. */
  readonly id: string;
}

/** In order: what stands first wins, so that no model can be called `requests` or `get-user-credits`. */
const patterns: readonly (readonly [RegExp, SandboxStep, Route["verb"]])[] = [
  [/^\/v2\/requests\/([^/]+)\/status$/, "status", "GET"],
  [/^\/v[12]\/requests\/([^/]+)$/, "result", "GET"],
  [/^\/v1\/(get-user-credits)$/, "credits", "GET"],
  [/^\/(upload-asset)$/, "upload", "POST"],
  [/\/([0-9a-f]{32})\.\w+$/, "file", "GET"],
  [/^\/v2\/([^/]+)$/, "submit", "POST"],
  [/^\/v1\/([^/]+)$/, "generate", "POST"],
];

/** Routes by the path alone: the host is whatever the caller's base URL says. */
export function matchRoute(pathname: string): Route | undefined {
  for (const [pattern, step, verb] of patterns) {
    const id = pattern.exec(pathname)?.[1];
    if (id !== undefined && isModelId(id)) return { step, verb, id };
  }
  return undefined;
}

import { isModelId } from "../models/defineModel.ts";

/** Kind of request: `submit`, `status`, `result`, and `cancel` in v2; the blocking `generate` in v1; `file` loads an image. */
export type SandboxStep =
  | "submit"
  | "status"
  | "result"
  | "cancel"
  | "generate"
  | "credits"
  | "upload"
  | "file";

export interface Route {
  readonly step: SandboxStep;
  readonly verb: "GET" | "POST";
  readonly id: string;
}

/** Patterns in order of precedence. A model named `get-user-credits` is unreachable in v1. */
const patterns: readonly (readonly [RegExp, SandboxStep, Route["verb"]])[] = [
  [/^\/v2\/requests\/([^/]+)\/status$/, "status", "GET"],
  [/^\/v[12]\/requests\/([^/]+)$/, "result", "GET"],
  [/^\/v2\/requests\/([^/]+)\/cancel$/, "cancel", "POST"],
  [/^\/v1\/(get-user-credits)$/, "credits", "GET"],
  [/^\/(upload-asset)$/, "upload", "POST"],
  [/\/([0-9a-f]{32})\.\w+$/, "file", "GET"],
  [/^\/v2\/([^/]+)$/, "submit", "POST"],
  [/^\/v1\/([^/]+)$/, "generate", "POST"],
];

export function matchRoute(pathname: string): Route | undefined {
  for (const [pattern, step, verb] of patterns) {
    const id = pattern.exec(pathname)?.[1];
    if (id !== undefined && isModelId(id)) return { step, verb, id };
  }
  return undefined;
}

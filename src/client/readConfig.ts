import { isModelId } from "../models/defineModel.ts";
import type { Answer } from "../protocol/answer.ts";
import type { HostConfig, OfferedModel } from "./client.ts";

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function isOfferedModel(value: unknown): value is OfferedModel {
  if (!isJson(value)) return false;
  const { id, title, task, schema } = value;
  const isNamed = typeof id === "string" && isModelId(id) && typeof title === "string";
  return isNamed && typeof task === "string" && isJson(schema);
}

export function readConfig({ status, body }: Answer): HostConfig | undefined {
  if (status !== 200 || !isJson(body)) return undefined;
  const { models, limits, credits, canCancel } = body;
  if (!Array.isArray(models) || !models.every(isOfferedModel)) return undefined;
  return {
    models,
    limits: isJson(limits) ? limits : {},
    ...(typeof credits === "boolean" ? { credits } : {}),
    ...(typeof canCancel === "boolean" ? { canCancel } : {}),
  };
}

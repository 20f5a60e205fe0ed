import { parseJson } from "./parseJson.ts";

export interface Answer extends Pick<Response, "status" | "headers" | "redirected"> {
  readonly text: string;
  readonly body: unknown;
}

export async function readAnswer(response: Response): Promise<Answer> {
  const { status, headers, redirected } = response;
  const text = await response.text();
  return { status, headers, redirected, text, body: parseJson(text) };
}

export function bodyText(answer: Pick<Answer, "body">, key: string): string | undefined {
  const { body } = answer;
  if (typeof body !== "object" || body === null) return undefined;
  const value: unknown = (body as Record<string, unknown>)[key];
  return typeof value === "string" && value !== "" ? value : undefined;
}

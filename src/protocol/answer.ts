/** Response with its body read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, if valid. */
  readonly body: unknown;
  readonly text: string;
  /** Redirected, for example to a sign-in page. */
  readonly redirected: boolean;
}

/** Parses JSON; undefined if invalid. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Rejects if the connection breaks. */
export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: parseJson(text),
    text,
    redirected: response.redirected,
  };
}

export function bodyText(answer: Pick<Answer, "body">, key: string): string | undefined {
  const { body } = answer;
  if (typeof body !== "object" || body === null) return undefined;
  const value: unknown = (body as Record<string, unknown>)[key];
  return typeof value === "string" && value !== "" ? value : undefined;
}

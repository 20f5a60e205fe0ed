/** A response whose body was read: judged by what it says before what it is numbered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON body; undefined when it was empty, torn or not JSON. */
  readonly body: unknown;
  readonly text: string;
  /** The request was sent on to another address, as to a page for signing in. */
  readonly redirected: boolean;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Reads a response to its end. Throws what the stream throws when the connection breaks in the middle. */
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

/** A body's field as a text, when it is one. */
export function bodyText(answer: Pick<Answer, "body">, key: string): string | undefined {
  const { body } = answer;
  if (typeof body !== "object" || body === null) return undefined;
  const value: unknown = (body as Record<string, unknown>)[key];
  return typeof value === "string" && value !== "" ? value : undefined;
}

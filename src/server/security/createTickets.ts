import { OwnError } from "../events/ownError.ts";
import { dropOldest } from "../stores/dropOldest.ts";

export interface TicketInfo {
  /** Job ID, as in `beforeSubmit` and `onJobEnd`. Equals `requestId` for a version 1 ticket, which has no job ID. */
  readonly id: string;
  readonly requestId: string;
  readonly modelId: string;
  readonly issuedAt: number;
}

export interface TicketedJob extends TicketInfo {
  readonly userId: string;
  readonly mark: string;
}

export type Tickets = ReturnType<typeof createTickets>;

const version = "e2";

/** Length of a mark, which is the start of a ticket's signature. A mark alone can't be used to forge a ticket. */
const markLength = 12;

const maxKnown = 1_000;

/** Format: version, job ID (not in `e1`), request ID, model, time in base 36, and signature in canonical base64url. */
const pattern =
  /^(?:e1|e2~([0-9a-f-]{36}))~([A-Za-z0-9_-]{1,64})~([A-Za-z0-9][A-Za-z0-9._-]{0,99})~([0-9a-z]{1,9})~([A-Za-z0-9_-]{42}[AEIMQUYcgkosw048])$/;

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

export function markOf(ticket: string): string {
  return ticket.slice(ticket.lastIndexOf("~") + 1).slice(0, markLength);
}

/** Returns the bytes to sign. They include the user ID, which the ticket itself doesn't reveal. */
const signed = (fields: readonly string[], userId: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(["react-easel ticket", ...fields, userId]));

const importKey = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey(
    "raw",
    new TextEncoder().encode(secret),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign", "verify"],
  );

export function createTickets(
  secrets: readonly string[],
  maxAgeMs: number,
  now = (): number => Date.now(),
) {
  let imported: Promise<readonly CryptoKey[]> | undefined;
  const keys = (): Promise<readonly CryptoKey[]> =>
    (imported ??= Promise.all(secrets.map((secret) => importKey(secret))));

  const known = new Map<string, TicketedJob>();

  async function verify(ticket: string, userId: string): Promise<TicketedJob | undefined> {
    const [, id, requestId, modelId, time, signature] = pattern.exec(ticket) ?? [];
    if (!requestId || !modelId || !time || !signature) return undefined;
    const message = signed(ticket.split("~").slice(0, -1), userId);
    const good = await Promise.all(
      (await keys()).map((key) => crypto.subtle.verify("HMAC", key, bytesOf(signature), message)),
    );
    const issuedAt = parseInt(time, 36);
    return good.includes(true)
      ? { id: id ?? requestId, requestId, modelId, issuedAt, userId, mark: markOf(ticket) }
      : undefined;
  }

  return {
    async issue(job: TicketInfo, userId: string): Promise<string> {
      const { id, requestId, modelId, issuedAt } = job;
      const fields = [version, id, requestId, modelId, Math.floor(issuedAt).toString(36)];
      const [key] = (await keys()) as readonly [CryptoKey];
      const signature = await crypto.subtle.sign("HMAC", key, signed(fields, userId));
      const ticket = [...fields, base64url(signature)].join("~");
      if (!pattern.test(ticket)) {
        throw new OwnError(
          "The backend's submit returned an ID that can't be used in a path, so no ticket can be issued. Return an ID of 1 to 64 letters, digits, -, or _.",
        );
      }
      return ticket;
    },
    async read(ticket: string, userId: string): Promise<TicketedJob | undefined> {
      const name = JSON.stringify([ticket, userId]);
      const job = known.get(name) ?? (await verify(ticket, userId));
      if (!job || now() - job.issuedAt > maxAgeMs) return undefined;
      known.set(name, job);
      dropOldest(known, maxKnown);
      return job;
    },
  };
}

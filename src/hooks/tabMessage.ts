import type { JobWatch, LedgerChange } from "../client/index.ts";
import { packErrors, unpackErrors } from "../client/packErrors.ts";
import { readRecord } from "../client/recordText.ts";

/** What the tabs tell each other. */
export interface TabMessage {
  /** Looks at jobs, by the tab that leads. */
  readonly watches?: readonly JobWatch[] | undefined;
  /** A change of the ledger, by the tab that made it. */
  readonly change?: LedgerChange | undefined;
  /** How long a model's runs took, by the tab that has learned it. */
  readonly learned?: { readonly modelId: string; readonly history: unknown } | undefined;
  /** A tab has come that knows of no looks yet. */
  readonly hello?: true | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** As JSON, with the errors in it as plain data. */
export function writeTabMessage({ watches, change, ...rest }: TabMessage): string {
  const { record } = change ?? {};
  return JSON.stringify({
    ...rest,
    ...(watches ? { watches: watches.map(packErrors) } : {}),
    ...(change ? { change: { ...change, record: record && packErrors(record) } } : {}),
  });
}

const isLook = ({ requestId, state, submittedAt, looks }: Fields): boolean =>
  [requestId, state].every((word) => typeof word === "string") &&
  Number.isFinite(submittedAt) &&
  isFields(looks);

function readChange(change: unknown): LedgerChange | undefined {
  if (!isFields(change)) return undefined;
  const { attemptId, record, changed } = change;
  const read = readRecord(record);
  if (typeof attemptId !== "string" || (record !== undefined && read?.attemptId !== attemptId)) {
    return undefined;
  }
  const names = Array.isArray(changed) ? (changed as LedgerChange["changed"]) : undefined;
  return { attemptId, record: read, changed: names };
}

/** Reads what another tab has posted. Of what is torn, foreign or of another version it says nothing. */
export function readTabMessage(text: unknown): TabMessage {
  let told: unknown;
  try {
    told = JSON.parse(String(text));
  } catch {
    return {};
  }
  if (!isFields(told)) return {};
  const { watches, change, learned, hello } = told;
  const looks = Array.isArray(watches) ? watches.filter(isFields).filter(isLook) : [];
  return {
    watches: looks.map((look) => unpackErrors(look) as unknown as JobWatch),
    change: readChange(change),
    learned:
      isFields(learned) && typeof learned["modelId"] === "string"
        ? { modelId: learned["modelId"], history: learned["history"] }
        : undefined,
    hello: hello === true ? true : undefined,
  };
}

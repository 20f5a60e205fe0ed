import { expect, test } from "vitest";
import { noObservations } from "../../polling/pollObservations.ts";
import { parseJobEntry, serializeJobEntry, type JobEntry } from "./jobEntryFormat.ts";

test("stores observations as `looks`, the name that other versions read", () => {
  const entry: JobEntry = {
    record: { requestId: "r", state: "processing" },
    observations: { ...noObservations, count: 1, unfinishedMs: 900 },
  };
  const text = serializeJobEntry(entry);
  expect(JSON.parse(text)).toMatchObject({ looks: entry.observations });
  expect(JSON.parse(text)).not.toHaveProperty("observations");
  expect(parseJobEntry(text, "r")).toEqual(entry);
});

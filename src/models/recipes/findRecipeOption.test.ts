import { expect, test } from "vitest";
import { findCheckpoint } from "./findRecipeOption.ts";

test("finds a checkpoint by prefix, ignoring options without letters", () => {
  const options = [{ value: "-" }, { value: "scheduler" }, { value: "juggernaut" }];
  expect(findCheckpoint(options, "juggernautXL_v9")?.value).toBe("juggernaut");
  expect(findCheckpoint(options, "paper_v2")).toBeUndefined();
});

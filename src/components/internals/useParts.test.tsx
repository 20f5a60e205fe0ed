import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { inForm } from "../../../test/parts/inForm.tsx";
import { JobProgress } from "../job-progress/JobProgress.tsx";
import * as PromptForm from "../prompt-form/promptFormParts.ts";
import { ClassNamesProvider } from "./ClassNamesProvider.tsx";
import type { ClassNames } from "./partNames.ts";

afterEach(cleanup);

const classOf = (name: string) =>
  document.querySelector(`[data-easel="${name}"]`)?.getAttribute("class") ?? null;

test("applies the nearest classes to all parts inside", () => {
  const outer: ClassNames = { field: "outer", "field-label": "outer", "text-input": "outer" };
  render(
    inForm(
      <PromptForm.Fields classNames={outer}>
        <JobProgress status="idle" classNames={{ field: "not here" }} />
        <PromptForm.Field name="prompt" classNames={{ "field-label": "inner" }} />
      </PromptForm.Fields>,
    ),
  );
  const own = document.querySelectorAll('[data-easel="field"][data-field="prompt"]')[1];
  const label = own?.querySelector('[data-easel="field-label"]');
  expect(own?.className).toBe("outer");
  expect(label?.className).toBe("inner");
  expect(classOf("text-input")).toBe("outer");
});

test("overrides a provider's classes with nearer ones", () => {
  const page: ClassNames = { field: "page", "field-label": "page", "text-input": "page" };
  render(
    inForm(
      <ClassNamesProvider classNames={page}>
        <ClassNamesProvider classNames={{ "field-label": "corner" }}>
          <PromptForm.Field name="prompt" classNames={{ "text-input": "own" }} />
        </ClassNamesProvider>
      </ClassNamesProvider>,
    ),
  );
  expect([classOf("field"), classOf("field-label"), classOf("text-input")]).toEqual([
    "page",
    "corner",
    "own",
  ]);
});

test("renders no class attribute without classes", () => {
  render(inForm(<PromptForm.Field name="prompt" />));
  expect(document.querySelectorAll("[data-easel][class]")).toHaveLength(0);
});

test("rejects an unknown part name at compile time", () => {
  // @ts-expect-error -- no such part
  const wrong: ClassNames = { "field-lable": "x" };
  expect(wrong).toBeDefined();
});

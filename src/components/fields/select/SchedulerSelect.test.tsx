import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import * as z from "zod/v4";
import { describePart } from "../../../../test/parts/describePart.tsx";
import { inForm } from "../../../../test/parts/inForm.tsx";
import { sdxlImg2img } from "../../../models/catalog/sdxlImg2img.ts";
import { defineModel } from "../../../models/defineModel.ts";
import { SchedulerSelect } from "./SchedulerSelect.tsx";

afterEach(cleanup);

describePart({ part: "field", element: <SchedulerSelect />, wrap: inForm });

test("renders a closed list as a select and an open list as a combobox", () => {
  const { rerender } = render(inForm(<SchedulerSelect />));
  expect(screen.getByLabelText("Sampler").tagName).toBe("SELECT");
  rerender(inForm(<SchedulerSelect />, { model: sdxlImg2img }));
  expect(screen.getByLabelText("Sampler").getAttribute("role")).toBe("combobox");
});

test("accepts another field's name", () => {
  const input = z.object({ sampler: z.enum(["euler", "heun"]).default("euler") });
  const model = defineModel({ id: "other", title: "Other", task: "text-to-image", input });
  render(inForm(<SchedulerSelect<typeof model> name="sampler" />, { model }));
  expect(screen.getByLabelText("Sampler")).not.toBeNull();
});

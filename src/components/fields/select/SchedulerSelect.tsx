"use client";
import { forwardRef, type JSX, type RefAttributes } from "react";
import type { CatalogModel } from "../../../models/catalog/catalog.ts";
import type { Model } from "../../../models/defineModel.ts";
import type { NamedFieldProps } from "../FieldFrame.tsx";
import { useFieldName } from "../useFormField.ts";
import { SelectField } from "./SelectField.tsx";

export type SchedulerSelectProps<M extends Model = CatalogModel> = NamedFieldProps<M>;

/** Field for the scheduler, with a hint for each option. Accepts any name if the model does. */
export const SchedulerSelect = forwardRef<HTMLDivElement, SchedulerSelectProps<Model>>(
  function SchedulerSelect({ name = "scheduler", ...rest }, ref) {
    useFieldName("SchedulerSelect", name);
    return <SelectField<Model> {...rest} name={name} ref={ref} />;
  },
) as unknown as <M extends Model = CatalogModel>(
  props: SchedulerSelectProps<M> & RefAttributes<HTMLDivElement>,
) => JSX.Element;

"use client";
import { forwardRef } from "react";
import type { FieldProps } from "../fields/FieldFrame.tsx";
import { SelectField } from "../fields/SelectField.tsx";

export interface SchedulerSelectProps extends Omit<FieldProps, "name"> {
  /** @default "scheduler" */
  readonly name?: string | undefined;
}

/**
 * The model's schedulers, each with what it is good for. Takes any name where the model's list is open.
 *
 * @example
 * <SchedulerSelect />
 */
export const SchedulerSelect = forwardRef<HTMLDivElement, SchedulerSelectProps>(
  function SchedulerSelect({ name = "scheduler", ...rest }, ref) {
    return <SelectField {...rest} name={name} ref={ref} />;
  },
);

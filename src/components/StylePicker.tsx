"use client";
import { Popover } from "radix-ui";
import { forwardRef, useState } from "react";
import { useEasel } from "../hooks/index.ts";
import type { FieldOption } from "../models/index.ts";
import { FieldFrame, labelId, type FieldProps } from "./fields/FieldFrame.tsx";
import { findOption, optionLabel } from "./fields/fieldOptions.ts";
import { inputText } from "./fields/inputText.ts";
import { useField } from "./fields/useField.ts";
import { StyleList } from "./StyleList.tsx";
import { Swatch } from "./StyleTile.tsx";

export interface StylePickerProps extends Omit<FieldProps, "name"> {
  /** @default "style" */
  readonly name?: string | undefined;
  /** "popover": a button that opens the styles. "inline": the styles in the page. @default "popover" */
  readonly variant?: "popover" | "inline" | undefined;
}

/**
 * The styles of a model as tiles, by category, with a search; any other name where the model's list is open. Renders a
 * field's frame with a button that opens them, or with the tiles themselves.
 *
 * @example
 * <StylePicker />
 */
export const StylePicker = forwardRef<HTMLDivElement, StylePickerProps>(function StylePicker(
  { name = "style", variant = "popover", ...rest },
  ref,
) {
  const field = useField("StylePicker", name);
  const { labels } = useEasel();
  const [opened, setOpened] = useState(false);
  const { label, open, required, default: preset, options = [] } = field.descriptor;
  const value = inputText(field.value);
  const known = findOption(options, value);
  const none: FieldOption = {
    value: "",
    label: required ? labels.form.choose : labels.form.modelsOwn,
  };
  const all = preset === undefined && !required ? [none, ...options] : options;
  const current = known ?? (value === "" ? none : { value });

  function select(chosen: string): void {
    field.setValue(findOption(options, chosen)?.value ?? chosen);
    setOpened(false);
  }

  const list = (id: string, describedBy?: string) => (
    <StyleList
      id={id}
      label={label}
      options={all}
      open={open}
      value={value}
      onSelect={select}
      describedBy={describedBy}
    />
  );

  return (
    <FieldFrame
      {...rest}
      ref={ref}
      field={field}
      kind="style"
      group={variant === "inline"}
      note={value !== "" && !known ? labels.form.unchecked(value) : undefined}
      renderControl={({
        id,
        "aria-required": _required,
        "aria-invalid": _invalid,
        ...attributes
      }) =>
        variant === "inline" ? (
          list(id, attributes["aria-describedby"])
        ) : (
          <Popover.Root
            open={opened}
            onOpenChange={(next) => {
              setOpened(next);
              if (!next) field.onBlur();
            }}
          >
            <Popover.Trigger
              {...attributes}
              id={id}
              data-easel="style-trigger"
              aria-labelledby={`${labelId(id)} ${id}-value`}
            >
              <Swatch option={current} />
              <span data-easel="style-value" id={`${id}-value`}>
                <span data-easel="style-name">{optionLabel(current)}</span>
                {current.group !== undefined && (
                  <span data-easel="style-value-group">{current.group}</span>
                )}
              </span>
            </Popover.Trigger>
            <Popover.Portal>
              <Popover.Content
                data-easel="style-popup"
                aria-label={label}
                align="start"
                sideOffset={6}
                collisionPadding={12}
              >
                {list(`${id}-search`)}
              </Popover.Content>
            </Popover.Portal>
          </Popover.Root>
        )
      }
    />
  );
});

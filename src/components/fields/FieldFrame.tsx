"use client";
import { forwardRef, type JSX, type ReactNode, type RefAttributes } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import type { CatalogModel } from "../../models/catalog/catalog.ts";
import type { Model } from "../../models/defineModel.ts";
import type { FieldName } from "../../models/formValues.ts";
import { useEarlyToggle } from "../form-context/useEarlyToggle.ts";
import { Part, type PartProps } from "../internals/Part.tsx";
import { useParts } from "../internals/useParts.ts";
import type { FormField } from "./useFormField.ts";

/**
 * What every field takes: the name of the model's field, and what its frame takes as an element. Names are those of the
 * catalog's models; name your own model for its fields: `<TextField<typeof flux> name="caption" />`.
 */
export interface FieldProps<M extends Model = CatalogModel> extends PartProps<"div"> {
  /** The field's name in the model's schema. */
  readonly name: FieldName<M>;
}

/** A part for one field, whose names are checked against a model. */
export type FieldComponent<Extra = object> = <M extends Model = CatalogModel>(
  props: FieldProps<M> & Extra & RefAttributes<HTMLDivElement>,
) => JSX.Element;

/** What the frame's words need of the control that they are about. */
export interface ControlAttributes {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
  readonly "aria-required": true | undefined;
  /** Where no `<label>` stands for it. */
  readonly "aria-labelledby"?: string;
}

interface FoldState {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** What stands beside the label while it is closed. */
  readonly preview: ReactNode;
}

export interface FieldFrameProps extends PartProps<"div"> {
  /** From `useField`. */
  readonly field: Pick<FormField, "descriptor" | "id" | "error" | "warnings">;
  /** Stands in `data-kind`, for the stylesheet. @default the descriptor's */
  readonly kind?: string | undefined;
  /** Several controls under one name: the frame is their group, and its label labels the group. */
  readonly group?: boolean;
  /** @default the descriptor's */
  readonly label?: string | undefined;
  /** What is accepted, in a word or two beside the label. */
  readonly range?: string | undefined;
  /** What to say under the help: what becomes of the value. */
  readonly note?: ReactNode;
  /** All but the label can be folded away. */
  readonly fold?: FoldState;
  /** Spread the attributes on the control: its id, and what describes it. */
  readonly renderControl: (attributes: ControlAttributes) => ReactNode;
}

interface FoldProps extends FoldState {
  readonly head: ReactNode;
  readonly children: ReactNode;
}

function Fold({ isOpen, onOpenChange, preview, head, children }: FoldProps) {
  const part = useParts();
  const details = useEarlyToggle(isOpen, onOpenChange);
  return (
    <details
      {...part("field-fold")}
      ref={details}
      // Its user may have opened it by now.
      suppressHydrationWarning
      open={isOpen}
      onToggle={(event) => onOpenChange(event.currentTarget.open)}
    >
      <summary {...part("field-fold-toggle")}>
        {head}
        {!isOpen && preview}
      </summary>
      <div {...part("field-fold-content")}>{children}</div>
    </details>
  );
}

export const labelId = (id: string): string => `${id}-label`;

/**
 * Renders what stands around a control: its label, help, error and warnings, and the mark of what affects the price.
 *
 * @example
 * const prompt = useField("prompt");
 *
 * <FieldFrame
 *   field={prompt}
 *   renderControl={(attributes) => (
 *     <input
 *       {...attributes}
 *       value={prompt.value ?? ""}
 *       onChange={(event) => prompt.setValue(event.target.value)}
 *       onBlur={prompt.onBlur}
 *     />
 *   )}
 * />;
 */
export const FieldFrame = forwardRef<HTMLDivElement, FieldFrameProps>(
  function FieldFrame(props, ref) {
    const {
      field: { descriptor, id, error, warnings },
      kind = descriptor.kind,
      group = false,
      label = descriptor.label,
      range,
      note,
      fold,
      renderControl,
      children,
      ...rest
    } = props;
    const part = useParts(rest.classNames);
    const { labels } = useEasel();
    const { help, affectsPrice, required } = descriptor;
    const has = {
      error: error !== undefined,
      warnings: warnings.length > 0,
      help: help !== undefined || (note !== undefined && note !== false),
      range: range !== undefined,
      price: affectsPrice,
    };
    const describedBy = (Object.keys(has) as (keyof typeof has)[])
      .filter((word) => has[word])
      .map((word) => `${id}-${word}`);
    const attributes: ControlAttributes = {
      id,
      "aria-describedby": describedBy.length > 0 ? describedBy.join(" ") : undefined,
      "aria-invalid": has.error || undefined,
      "aria-required": required || undefined,
      ...(fold && { "aria-labelledby": labelId(id) }),
    };

    const head = (
      <>
        {group || fold ? (
          <span {...part("field-label")} id={labelId(id)}>
            {label}
          </span>
        ) : (
          <label {...part("field-label")} id={labelId(id)} htmlFor={id}>
            {label}
          </label>
        )}
        {/* For whoever copies it, or has no stylesheet. */}
        {has.range && " "}
        {has.range && (
          <span {...part("field-range")} dir="auto" id={`${id}-range`}>
            {range}
          </span>
        )}
        {has.price && " "}
        {has.price && (
          <span {...part("field-price")} id={`${id}-price`}>
            {labels.form.affectsPrice}
          </span>
        )}
      </>
    );
    const content = (
      <>
        {renderControl(attributes)}
        {has.error && (
          <p {...part("field-error")} id={`${id}-error`}>
            {error}
          </p>
        )}
        {has.help && (
          <div {...part("field-help")} id={`${id}-help`}>
            {help !== undefined && <p {...part("field-text")}>{help}</p>}
            {note !== undefined && note !== false && <p {...part("field-note")}>{note}</p>}
          </div>
        )}
        {has.warnings && (
          <div {...part("field-warnings")} id={`${id}-warnings`}>
            {warnings.map((warning) => (
              <p {...part("field-text")} key={warning}>
                {warning}
              </p>
            ))}
          </div>
        )}
      </>
    );

    return (
      <Part
        as="div"
        partName="field"
        state={{ kind, field: descriptor.name, invalid: has.error, warning: has.warnings }}
        {...(group ? { role: "group", "aria-labelledby": labelId(id) } : {})}
        {...rest}
        ref={ref}
        given={children}
      >
        {fold ? (
          <Fold {...fold} head={head}>
            {content}
          </Fold>
        ) : (
          <>
            <div {...part("field-head")}>{head}</div>
            {content}
          </>
        )}
      </Part>
    );
  },
);

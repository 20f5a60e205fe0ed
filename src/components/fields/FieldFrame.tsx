"use client";
import { forwardRef, useState, type JSX, type ReactNode, type RefAttributes } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import type { CatalogModel } from "../../models/catalog/catalog.ts";
import type { Model } from "../../models/defineModel.ts";
import type { FieldName } from "../../models/formValues.ts";
import { usePromptForm } from "../form-context/PromptFormContext.ts";
import { useDetails } from "../form-context/useDetails.ts";
import { ActionIcon } from "../internals/ActionIcon.tsx";
import { Part, type PartProps } from "../internals/Part.tsx";
import { useParts } from "../internals/useParts.ts";
import type { FormField } from "./useFormField.ts";

/** Props of a field component. For a custom model, pass its type: `<TextField<typeof flux> name="caption" />`. */
export interface FieldProps<M extends Model = CatalogModel> extends PartProps<"div"> {
  readonly name: FieldName<M>;
}

/** Props of a component for one specific field. The field's name has a default. */
export interface NamedFieldProps<M extends Model> extends Omit<FieldProps<M>, "name"> {
  /** @default "scheduler" for `SchedulerSelect`, "style" for `StylePicker` */
  readonly name?: FieldName<M> | undefined;
}

export type FieldComponent<Extra = object> = <M extends Model = CatalogModel>(
  props: FieldProps<M> & Extra & RefAttributes<HTMLDivElement>,
) => JSX.Element;

export interface ControlAttributes {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
  readonly "aria-required": true | undefined;
  readonly "aria-labelledby"?: string;
}

interface FoldState {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly preview: ReactNode;
}

export interface FieldFrameProps extends PartProps<"div"> {
  readonly field: Pick<FormField, "descriptor" | "id" | "error" | "warnings">;
  /** Value of the `data-kind` attribute. @default the descriptor's kind */
  readonly kind?: string | undefined;
  readonly group?: boolean;
  /** @default the descriptor's label */
  readonly label?: string | undefined;
  /** Allowed values, shown with the help. */
  readonly range?: string | undefined;
  /** More help, shown below the descriptor's help. */
  readonly note?: ReactNode;
  readonly fold?: FoldState;
  readonly renderControl: (attributes: ControlAttributes) => ReactNode;
}

interface FoldProps extends FoldState {
  readonly head: ReactNode;
  readonly children: ReactNode;
}

function Fold({ isOpen, onOpenChange, preview, head, children }: FoldProps) {
  const part = useParts();
  const details = useDetails(isOpen, onOpenChange);
  return (
    <details {...part("field-fold")} {...details}>
      <summary {...part("field-fold-toggle", "line")}>
        {head}
        {!isOpen && preview}
      </summary>
      <div {...part("field-fold-content", "stack")}>{children}</div>
    </details>
  );
}

export const labelId = (id: string): string => `${id}-label`;

/**
 * Renders a `<div>` with a field's control, label, help, error, warnings, and price mark. The help describes the control,
 * but is visible only after the user presses the button next to the label. See `useField`.
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
      ...rest
    } = props;
    const part = useParts(rest.classNames);
    const { labels } = useEasel();
    const { hasPrice } = usePromptForm("FieldFrame");
    const [helpIsOpen, setHelpOpen] = useState(false);
    const { help, affectsPrice, required } = descriptor;
    const helpTexts = [
      ["field-text", help],
      ["field-note", note],
      ["field-range", range],
    ] as const;
    const shownTexts = helpTexts.filter(([, text]) => text !== undefined && text !== false);
    const has = {
      error: error !== undefined,
      warnings: warnings.length > 0,
      help: shownTexts.length > 0,
      price: affectsPrice && hasPrice,
    };
    const describedBy = Object.entries(has).flatMap(([word, is]) => (is ? `${id}-${word}` : []));
    const attributes: ControlAttributes = {
      id,
      "aria-describedby": describedBy.join(" ") || undefined,
      "aria-invalid": has.error || undefined,
      "aria-required": required || undefined,
      ...(fold && { "aria-labelledby": labelId(id) }),
    };
    const isHelpShown = helpIsOpen || fold !== undefined;
    const about = labels.form.about(label);

    const head = (
      <>
        {group || fold ? (
          <span {...part("field-label", "strong")} id={labelId(id)}>
            {label}
          </span>
        ) : (
          <label {...part("field-label", "strong")} id={labelId(id)} htmlFor={id}>
            {label}
          </label>
        )}
        {/* A summary can't contain a button. Opening the fold shows the help. */}
        {has.help && !fold && (
          <button
            {...part("field-help-toggle", "button-bare")}
            aria-label={about}
            title={about}
            aria-expanded={helpIsOpen}
            aria-controls={`${id}-help`}
            onClick={() => setHelpOpen(!helpIsOpen)}
          >
            <ActionIcon name="info" partName="field-help-icon" />
          </button>
        )}
        {/* Separates the label from the mark in copied text and without the stylesheet. */}
        {has.price && " "}
        {has.price && (
          <span {...part("field-price", "caption")} id={`${id}-price`}>
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
          <div
            {...part("field-help", isHelpShown ? "caption" : "visually-hidden")}
            data-state={isHelpShown ? "open" : "closed"}
            id={`${id}-help`}
          >
            {shownTexts.map(([name, text]) => (
              <p key={name} {...part(name)} dir={name === "field-range" ? "auto" : undefined}>
                {text}
              </p>
            ))}
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
        kind="root"
        state={{ kind, field: descriptor.name, invalid: has.error, warning: has.warnings }}
        {...(group ? { role: "group", "aria-labelledby": labelId(id) } : {})}
        own={rest}
        ref={ref}
      >
        {fold ? (
          <Fold {...fold} head={head}>
            {content}
          </Fold>
        ) : (
          <>
            <div {...part("field-head", "row")}>{head}</div>
            {content}
          </>
        )}
      </Part>
    );
  },
);

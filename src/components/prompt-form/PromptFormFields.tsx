"use client";
import {
  forwardRef,
  useContext,
  useId,
  type ComponentType,
  type JSX,
  type RefAttributes,
} from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import type { CatalogModel } from "../../models/catalog/catalog.ts";
import type { Model } from "../../models/defineModel.ts";
import type { FieldGroup } from "../../models/describeField.ts";
import type { FieldDescriptor } from "../../models/describeFields.ts";
import type { FieldName } from "../../models/formValues.ts";
import { FoldContext, usePromptForm } from "../form-context/PromptFormContext.ts";
import { useDetails } from "../form-context/useDetails.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useParts } from "../internals/useParts.ts";
import { fieldGroups } from "./fieldGroups.ts";
import { PromptFormField } from "./PromptFormField.tsx";

const noControls: FieldControls<Model> = {};
const noOrder: readonly string[] = [];

/** Custom controls by field name. `false` hides a field; its initial value is still sent. */
export type FieldControls<M extends Model = CatalogModel> = {
  readonly [Name in FieldName<M>]?: ComponentType<{ readonly name: Name }> | false;
};

export interface PromptFormFieldsProps<M extends Model = CatalogModel> extends PartProps<"div"> {
  /** Custom controls by field name, built with `useField`. */
  readonly controls?: FieldControls<M> | undefined;
  /** Names of fields to render first, in this order and outside the advanced settings. */
  readonly order?: readonly FieldName<M>[] | undefined;
}

interface GroupProps {
  readonly group: FieldGroup | "first";
  readonly fields: readonly FieldDescriptor[];
  readonly controls: FieldControls<Model>;
  readonly title?: string | undefined;
}

function Group({ group, fields, controls, title }: GroupProps) {
  const part = useParts();
  const titleId = useId();
  const named = title === undefined ? {} : { role: "group", "aria-labelledby": titleId };
  return (
    <div {...part("prompt-form-group", "stack")} data-group={group} {...named}>
      {title !== undefined && (
        <p {...part("prompt-form-group-title", "caption")} id={titleId}>
          {title}
        </p>
      )}
      {fields.map(({ name }) => {
        const Control = controls[name] || PromptFormField<Model>;
        return <Control key={name} name={name} />;
      })}
    </div>
  );
}

/** Renders a `<div>` with all visible fields: prompt and image first, advanced fields under "Advanced settings". */
export const PromptFormFields = forwardRef<HTMLDivElement, PromptFormFieldsProps<Model>>(
  function PromptFormFields({ controls = noControls, order = noOrder, ...props }, ref) {
    const part = useParts(props.classNames);
    const { modelForm } = usePromptForm("PromptForm.Fields");
    const { labels } = useEasel();
    const [unfolded, setUnfolded] = useContext(FoldContext);
    const advancedBox = useDetails(unfolded, setUnfolded);
    const shown = modelForm.fields.filter(({ name }) => controls[name] !== false);
    const first = order.flatMap((name) => shown.find((field) => field.name === name) ?? []);
    const groups = fieldGroups(shown.filter((field) => !first.includes(field)));
    const advanced = groups.flatMap(([group, fields]) =>
      group === "prompt" || group === "picture" ? [] : [{ group, fields }],
    );
    return (
      <Part as="div" partName="prompt-form-fields" kind="stack" own={props} ref={ref}>
        {first.length > 0 && <Group group="first" fields={first} controls={controls} />}
        {groups.slice(0, groups.length - advanced.length).map(([group, fields]) => (
          <Group key={group} group={group} fields={fields} controls={controls} />
        ))}
        {advanced.length > 0 && (
          <details {...part("prompt-form-advanced")} {...advancedBox}>
            <summary
              {...part("prompt-form-advanced-toggle", "line")}
              // The native `toggle` event is asynchronous, and is lost if the model changes before the event fires.
              onClick={(event) => {
                event.preventDefault();
                setUnfolded(!unfolded);
              }}
            >
              {labels.form.advanced}
            </summary>
            <div {...part("prompt-form-advanced-content", "stack")}>
              {advanced.map((about) => (
                <Group
                  key={about.group}
                  {...about}
                  controls={controls}
                  title={advanced.length > 1 ? labels.form.groups[about.group] : undefined}
                />
              ))}
            </div>
          </details>
        )}
        {contentOf(props)}
      </Part>
    );
  },
) as unknown as <M extends Model = CatalogModel>(
  props: PromptFormFieldsProps<M> & RefAttributes<HTMLDivElement>,
) => JSX.Element;

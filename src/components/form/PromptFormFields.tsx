"use client";
import { forwardRef, useContext, useId } from "react";
import { useEasel } from "../../hooks/index.ts";
import type { FieldDescriptor, FieldGroup, Model } from "../../models/index.ts";
import { fieldGroups } from "./fieldGroups.ts";
import { fillPart } from "../parts/fillPart.ts";
import { FoldContext, usePromptForm } from "./PromptFormContext.ts";
import { PromptFormField } from "./PromptFormField.tsx";
import { renderPart, type PartProps } from "../parts/renderPart.ts";
import { useEarlyToggle } from "../parts/useEarlyToggle.ts";
import { useParts } from "../parts/useParts.ts";

export type PromptFormFieldsProps = PartProps<"div">;

interface GroupProps {
  readonly group: FieldGroup;
  readonly fields: readonly FieldDescriptor[];
  readonly title?: string | undefined;
}

function Group({ group, fields, title }: GroupProps) {
  const part = useParts();
  const titleId = useId();
  const named = title === undefined ? {} : { role: "group", "aria-labelledby": titleId };
  return (
    <div {...part("prompt-form-group")} data-group={group} {...named}>
      {title !== undefined && (
        <p {...part("prompt-form-group-title")} id={titleId}>
          {title}
        </p>
      )}
      {fields.map(({ name }) => (
        <PromptFormField<Model> key={name} name={name} />
      ))}
    </div>
  );
}

/**
 * All fields of the model that a person sets, in groups: prompt and picture first, what is left under "Advanced settings".
 * Renders a `<div>`.
 *
 * @example
 * <PromptForm.Fields />
 */
export const PromptFormFields = forwardRef<HTMLDivElement, PromptFormFieldsProps>(
  function PromptFormFields(props, ref) {
    const part = useParts(props.classNames);
    const { modelForm } = usePromptForm("PromptForm.Fields");
    const { labels } = useEasel();
    const [unfolded, setUnfolded] = useContext(FoldContext);
    // Prompt and picture: what a picture can be made with, without knowing how it is made.
    const advancedBox = useEarlyToggle(unfolded, setUnfolded);
    const groups = fieldGroups(modelForm.fields);
    const advanced = groups.flatMap(([group, fields]) =>
      group === "prompt" || group === "picture" ? [] : [{ group, fields }],
    );
    return renderPart({
      as: "div",
      name: "prompt-form-fields",
      props: {
        ...props,
        children: fillPart(props, (given) => (
          <>
            {groups.slice(0, groups.length - advanced.length).map(([group, fields]) => (
              <Group key={group} group={group} fields={fields} />
            ))}
            {advanced.length > 0 && (
              <details
                {...part("prompt-form-advanced")}
                ref={advancedBox}
                // Its user may have opened it by now.
                suppressHydrationWarning
                open={unfolded}
                onToggle={(event) => setUnfolded(event.currentTarget.open)}
              >
                <summary
                  {...part("prompt-form-advanced-toggle")}
                  // At once: by its own event the browser tells of it later, and to another model's form it is lost.
                  onClick={(event) => {
                    event.preventDefault();
                    setUnfolded(!unfolded);
                  }}
                >
                  {labels.form.advanced}
                </summary>
                <div {...part("prompt-form-advanced-content")}>
                  {advanced.map(({ group, fields }) => (
                    <Group
                      key={group}
                      group={group}
                      fields={fields}
                      title={advanced.length > 1 ? labels.form.groups[group] : undefined}
                    />
                  ))}
                </div>
              </details>
            )}
            {given}
          </>
        )),
      },
      ref,
    });
  },
);

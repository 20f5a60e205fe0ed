"use client";
import {
  forwardRef,
  Fragment,
  useContext,
  useEffect,
  useId,
  useRef,
  type ComponentType,
  type JSX,
  type ReactNode,
  type RefAttributes,
} from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import type { CatalogModel } from "../../models/catalog/catalog.ts";
import type { Model } from "../../models/defineModel.ts";
import type { FieldDescriptor } from "../../models/describeFields.ts";
import type { FieldName } from "../../models/formValues.ts";
import { showFold } from "../form-context/focusField.ts";
import { FoldContext, usePromptForm } from "../form-context/PromptFormContext.ts";
import { useDetails } from "../form-context/useDetails.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useParts } from "../internals/useParts.ts";
import { ExamplePrompts } from "./ExamplePrompts.tsx";
import { fieldGroups, isFolded, type FieldSection, type Section } from "./fieldGroups.ts";
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
  /** Names of fields to render first, in this order and outside the folded settings. */
  readonly order?: readonly FieldName<M>[] | undefined;
  /** Content after the prompt and the input images, such as a `ModelSwitch`. */
  readonly afterPrompt?: ReactNode;
}

interface GroupProps {
  readonly name: FieldSection | "first";
  readonly fields: readonly FieldDescriptor[];
  readonly controls: FieldControls<Model>;
  readonly title?: string | undefined;
}

function Group({ name: group, fields, controls, title }: GroupProps) {
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
      {fields.map(({ name, kind }) => {
        const Control = controls[name] || PromptFormField<Model>;
        return (
          <Fragment key={name}>
            <Control name={name} />
            {kind === "prompt" && <ExamplePrompts name={name} />}
          </Fragment>
        );
      })}
    </div>
  );
}

interface FoldedProps {
  readonly sections: readonly Section[];
  readonly controls: FieldControls<Model>;
}

function FoldedFields({ sections, controls }: FoldedProps) {
  const part = useParts();
  const { form: labels } = useEasel().labels;
  const [isOpen, setOpen] = useContext(FoldContext);
  const details = useDetails(isOpen, setOpen);
  const wasOpen = useRef(isOpen);
  const isClicked = useRef(false);

  // The section opens at the end of a pane, where its content would be out of view.
  useEffect(() => {
    const opens = isOpen && !wasOpen.current;
    const isOpenedHere = isClicked.current;
    wasOpen.current = isOpen;
    isClicked.current = false;
    const element = details.ref.current;
    if (!opens || !element) return;
    const growing = element.getAnimations?.({ subtree: true }) ?? [];
    void Promise.allSettled(growing.map(({ finished }) => finished)).then(() =>
      showFold(element, isOpenedHere),
    );
  }, [isOpen, details.ref]);

  return (
    <details {...part("prompt-form-advanced")} {...details}>
      <summary
        {...part("prompt-form-advanced-toggle", "line")}
        // The native `toggle` event is asynchronous, and is lost if the model changes before the event fires.
        onClick={(event) => {
          event.preventDefault();
          isClicked.current = true;
          setOpen(!isOpen);
        }}
      >
        {labels.advanced}
      </summary>
      <div {...part("prompt-form-advanced-content", "stack")}>
        {sections.map(([name, fields]) => {
          const title = name in labels.groups && labels.groups[name as keyof typeof labels.groups];
          const isTitled = title && title !== fields[0]?.label && sections.length > 1;
          return (
            <Group
              key={name}
              name={name}
              fields={fields}
              controls={controls}
              title={isTitled ? title : undefined}
            />
          );
        })}
      </div>
    </details>
  );
}

/**
 * Renders a `<div>` with all visible fields: the prompt with the model's examples, input images, and the most important
 * settings. "More settings" contains the other fields.
 */
export const PromptFormFields = forwardRef<HTMLDivElement, PromptFormFieldsProps<Model>>(
  function PromptFormFields(allProps, ref) {
    const { controls = noControls, order = noOrder, afterPrompt, ...props } = allProps;
    const { modelForm } = usePromptForm("PromptForm.Fields");
    const [isOpen] = useContext(FoldContext);
    const shown = modelForm.fields.filter(({ name }) => controls[name] !== false);
    const first = order.flatMap((name) => shown.find((field) => field.name === name) ?? []);
    const sections = fieldGroups(shown.filter((field) => !first.includes(field)));
    const folded = sections.filter(isFolded);
    const groups = (wanted: (name: FieldSection) => boolean) =>
      sections
        .filter((section) => !isFolded(section) && wanted(section[0]))
        .map(([name, fields]) => (
          <Group key={name} name={name} fields={fields} controls={controls} />
        ));
    return (
      <Part
        as="div"
        partName="prompt-form-fields"
        kind="stack"
        state={{ folded: !isOpen }}
        own={props}
        ref={ref}
      >
        {first.length > 0 && <Group name="first" fields={first} controls={controls} />}
        {groups((name) => name !== "picture")}
        {afterPrompt}
        {groups((name) => name === "picture")}
        {folded.length > 0 && <FoldedFields sections={folded} controls={controls} />}
        {contentOf(props)}
      </Part>
    );
  },
) as unknown as <M extends Model = CatalogModel>(
  props: PromptFormFieldsProps<M> & RefAttributes<HTMLDivElement>,
) => JSX.Element;

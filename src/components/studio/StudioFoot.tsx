"use client";
import { useContext, useEffect, useRef, useState, type ComponentType, type RefObject } from "react";
import { lazyModule } from "../../client/lazyModule.ts";
import { fillForm } from "../../hooks/fillForm.ts";
import { useEasel } from "../../hooks/useEasel.ts";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import { initialValues, type FormValues } from "../../models/formValues.ts";
import type { EaselError } from "../../protocol/EaselError.ts";
import { FoldContext, SubmitContext, usePromptForm } from "../form-context/PromptFormContext.ts";
import { ActionIcon } from "../internals/ActionIcon.tsx";
import { useParts } from "../internals/useParts.ts";
import { carryOver, enteredIn } from "../prompt-form/carryOver.ts";
import { fieldGroups } from "../prompt-form/fieldGroups.ts";
import * as PromptForm from "../prompt-form/promptFormParts.ts";
import type { StudioToolsProps } from "./StudioTools.tsx";
import type { AppliedSettings } from "./useAppliedSettings.ts";

interface MoreProps {
  readonly hasModelSwitch: boolean;
}

interface StudioFootProps extends MoreProps {
  readonly defaultValues: FormValues | undefined;
  /** Receives the current form, which is replaced when the model changes. */
  readonly modelFormRef: RefObject<ModelForm | undefined>;
  readonly applied: AppliedSettings | undefined;
  readonly onUndoEnd: () => void;
  readonly tools: StudioToolsProps;
  /** Error that the studio shows with the result. */
  readonly error: EaselError | undefined;
}

const toolsModule = lazyModule(() => import("./StudioTools.tsx"));

/** Button that opens the settings on a phone, where only the prompt is visible at first. */
function More({ hasModelSwitch }: MoreProps) {
  const part = useParts();
  const { labels } = useEasel();
  const { fields } = usePromptForm("Studio").modelForm;
  const { sending } = useContext(SubmitContext);
  const [isOpen, setOpen] = useContext(FoldContext);
  const button = useRef<HTMLButtonElement>(null);
  // On a phone, the settings would cover the result.
  useEffect(() => {
    if (sending && button.current?.offsetParent) setOpen(false);
  }, [sending, setOpen]);
  if (!hasModelSwitch && fieldGroups(fields).every(([name]) => name === "prompt")) return null;
  return (
    <button
      ref={button}
      {...part("studio-more", "button")}
      aria-expanded={isOpen}
      onClick={() => setOpen(!isOpen)}
    >
      {labels.studio.settings}
    </button>
  );
}

/** Renders everything below the form's fields: messages, price, and buttons. */
export function StudioFoot(props: StudioFootProps) {
  const { defaultValues, hasModelSwitch, modelFormRef, applied, onUndoEnd, tools, error } = props;
  const part = useParts();
  const { labels } = useEasel();
  const { modelForm } = usePromptForm("Studio");
  const { dropped, sending } = useContext(SubmitContext);
  const [undo, setUndo] = useState<() => void>();
  const [outdated, setOutdated] = useState<typeof dropped>();
  const resetButton = useRef<HTMLButtonElement>(null);
  const { model, fields } = modelForm;
  const [Tools, setTools] = useState<ComponentType<StudioToolsProps>>();
  useEffect(() => toolsModule.whenLoaded(({ StudioTools }) => setTools(() => StudioTools)), []);
  useEffect(() => {
    modelFormRef.current = modelForm;
  }, [modelFormRef, modelForm]);

  if (sending && undo) setUndo(undefined);
  if (sending && dropped !== outdated) setOutdated(dropped);

  function reset(): void {
    const given = carryOver(model, enteredIn(model.id, defaultValues ?? {}));
    const start = { ...initialValues(model), ...given };
    const settings = fieldGroups(fields).filter(([name]) => name !== "prompt" && name !== "image");
    const names = settings.flatMap(([, own]) => own.map(({ name }) => name));
    const values = Object.fromEntries(names.map((name) => [name, start[name]]));
    const restore = fillForm(modelForm, { values });
    onUndoEnd();
    setUndo(() => restore);
  }

  const { leftOut = [], replaced = [] } = (dropped !== outdated && dropped) || {};
  const { studio, settings } = labels;
  const undoReset =
    undo &&
    (() => {
      undo();
      setUndo(undefined);
    });
  const undoApplied = applied?.isUndone ? undefined : applied?.undo;
  const putBack = undoReset ?? undoApplied;
  const notices = undo
    ? [studio.settingsReset]
    : applied
      ? [applied.message]
      : [
          leftOut.length > 0 && studio.leftOut(leftOut, model.title),
          replaced.length > 0 && studio.setToDefault(replaced, model.title),
        ].filter(Boolean);
  return (
    <div {...part("studio-foot", "stack")}>
      <PromptForm.Reasons error={error} />
      <p {...part("studio-notice", "caption")} role="status">
        {notices.join(" ")}{" "}
        {putBack && (
          <button
            {...part("studio-undo", "button-bare")}
            onClick={() => {
              putBack();
              resetButton.current?.focus();
            }}
          >
            {settings.undo}
          </button>
        )}
      </p>
      {Tools ? <Tools {...tools} /> : <div {...part("studio-tools", "row")} />}
      <PromptForm.Price />
      <div {...part("studio-foot-actions", "row")}>
        <More hasModelSwitch={hasModelSwitch} />
        <button
          ref={resetButton}
          {...part("studio-reset", "button")}
          aria-label={studio.resetSettings}
          title={studio.resetSettings}
          onClick={reset}
        >
          <ActionIcon name="again" partName="studio-reset-icon" />
        </button>
        <PromptForm.Submit />
      </div>
    </div>
  );
}

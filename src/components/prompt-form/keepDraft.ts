import type { ModelForm } from "../../hooks/useModelForm.ts";
import { largeNames } from "../../ledger/serializeAttempt.ts";
import { initialValues, type FormValues } from "../../models/formValues.ts";
import { openDrafts, type FormDraft } from "../../runtime/formDrafts.ts";
import type { OpenLedger } from "../../runtime/openLedger.ts";
import { carryOver, enteredIn, type EnteredValue } from "./carryOver.ts";

export interface KeepDraftOptions extends Pick<OpenLedger, "storage" | "owner"> {
  readonly modelForm: ModelForm;
  /** Name of the draft. */
  readonly name: string;
  /** Values with which the form starts. Only values that differ from them are stored. */
  readonly start: FormValues | undefined;
  /** Values that the user entered, by field name. Kept when the model changes. */
  readonly typed: Map<string, EnteredValue> | undefined;
}

/** Delay after a change until the draft is stored, in milliseconds. */
const saveDelayMs = 400;

/** Forms whose drafts have been restored, so that a form isn't filled again when its model changes. */
const restored = new WeakMap<object, string>();

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === "";

const isSame = (one: unknown, other: unknown): boolean =>
  Object.is(one, other) || (isBlank(one) && isBlank(other));

/** Blob URLs expire with the page, and files can't be serialized. */
const isStorable = (value: unknown): boolean =>
  typeof value === "string" ? !value.startsWith("blob:") : !(value instanceof Blob);

/** Omits values that can't be stored, such as images in data URLs. */
function storable(values: FormValues): FormValues {
  const large = largeNames(values);
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => isStorable(value) && !large.includes(name)),
  );
}

/** Calls `callback` with a draft, if there is one. */
export function readDraft(
  { storage, owner, name }: Pick<KeepDraftOptions, "storage" | "owner" | "name">,
  callback: (draft: FormDraft) => void,
): void {
  void openDrafts({ storage, owner }).read((found) => {
    const draft = found.get(name);
    if (draft) callback(draft);
  });
}

/** Restores a form's draft once, and stores the values that the user enters. Returns a function that stops. */
export function keepDraft(options: KeepDraftOptions): () => void {
  const { modelForm, name, start, typed, storage, owner } = options;
  const { model, fields, form } = modelForm;
  const drafts = openDrafts({ storage, owner });
  const initial: FormValues = { ...initialValues(model), ...start };
  const changed = new Set<string>();
  const formKey = typed ?? form;
  const draftKey = `${owner} ${name}`;
  let isOpen = true;
  let isRestoring = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function current(): FormDraft {
    const entered = fields
      .map((field) => [field.name, form.getValues(field.name)] as const)
      .filter(([field, value]) => !isSame(value, initial[field]));
    const others = [...(typed ?? [])]
      .filter(([field]) => !fields.some((one) => one.name === field))
      .map(([field, { value }]) => [field, value] as const);
    // Values for other models are dropped when the form is reset.
    const values = Object.fromEntries(entered.length > 0 ? [...others, ...entered] : []);
    return { modelId: model.id, values: storable(values) };
  }

  function save(): void {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    void drafts.write(name, current());
  }

  function schedule(): void {
    clearTimeout(timer);
    timer = setTimeout(save, saveDelayMs);
  }

  function put(values: FormValues): void {
    isRestoring = true;
    for (const [field, value] of Object.entries(values)) {
      const isEntered = changed.has(field) || !isSame(form.getValues(field), initial[field]);
      if (!isEntered) form.setValue(field, value, { shouldDirty: true });
    }
    isRestoring = false;
  }

  function restore({ modelId, values }: FormDraft): void {
    const entered = enteredIn(modelId, values);
    const known = fields.filter(({ name: field }) => entered.has(field));
    const kept = [...entered].filter(([field]) => !typed?.has(field) && !changed.has(field));
    put(
      modelId === model.id
        ? Object.fromEntries(known.map(({ name: field }) => [field, values[field]]))
        : carryOver(model, entered),
    );
    // This model may not accept all values, but a later model may.
    for (const [field, value] of kept) typed?.set(field, value);
  }

  const unsubscribe = form.subscribe({
    formState: { values: true },
    callback: ({ name: field }) => {
      if (isRestoring) return;
      if (field !== undefined) changed.add(field);
      schedule();
    },
  });
  const before = restored.get(formKey);
  if (before === draftKey) schedule();
  else {
    // Another user must not see or store what this form contains.
    if (before !== undefined) {
      typed?.clear();
      form.reset(initial);
    }
    void drafts.read((found) => {
      if (!isOpen) return;
      restored.set(formKey, draftKey);
      const draft = found.get(name);
      if (draft) restore(draft);
    });
  }
  const hide = () => document.visibilityState === "hidden" && save();
  window.addEventListener("pagehide", save);
  document.addEventListener("visibilitychange", hide);
  return () => {
    isOpen = false;
    unsubscribe();
    save();
    window.removeEventListener("pagehide", save);
    document.removeEventListener("visibilitychange", hide);
  };
}

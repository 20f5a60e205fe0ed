"use client";
import { useContext, useRef, useState, useSyncExternalStore, type RefObject } from "react";
import { useBrowserLayoutEffect } from "../internals/useBrowserLayoutEffect.ts";
import { PromptFormContext } from "./PromptFormContext.ts";

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const unsubscribe = () => {};
const subscribe = () => unsubscribe;

const useHydrating = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => false,
    () => typeof document !== "undefined",
  );

// Finds all controls with the ID, because React roots without an `identifierPrefix` can generate equal IDs.
const findControls = (id: string): readonly Control[] =>
  [...document.querySelectorAll<Control>(`[id=${JSON.stringify(id)}]`)].flatMap((element) => {
    if (element.matches("input, textarea, select")) return [element];
    const radio = element.querySelector<HTMLInputElement>('input[type="radio"]');
    return radio ? [radio] : [];
  });

function radioGroup(radio: HTMLInputElement): readonly HTMLInputElement[] {
  if (radio.name === "") return [radio];
  const all = (radio.form ?? document).querySelectorAll<HTMLInputElement>('input[type="radio"]');
  return [...all].filter(({ name, form }) => name === radio.name && form === radio.form);
}

export const checkedValue = (radio: Control): string =>
  radioGroup(radio as HTMLInputElement).find(({ checked }) => checked)?.value ?? "";

function isTouched(control: Control): boolean {
  if ("options" in control) {
    const options = [...control.options];
    const preset = options.findLast((option) => option.hasAttribute("selected")) ?? options[0];
    return options[control.selectedIndex] !== preset;
  }
  if (control.type === "file") return ((control as HTMLInputElement).files?.length ?? 0) > 0;
  if (control.type === "checkbox" || control.type === "radio") {
    const input = control as HTMLInputElement;
    const group = input.type === "radio" ? radioGroup(input) : [input];
    return group.some(({ checked, defaultChecked }) => checked !== defaultChecked);
  }
  if (control.type !== "range") return control.value !== control.defaultValue;
  // A slider rounds its value, so even an untouched slider's value can differ from `defaultValue`.
  const untouched = control.cloneNode() as HTMLInputElement;
  untouched.value = control.defaultValue;
  return control.value !== untouched.value;
}

/**
 * Calls `take` once if the user changed a server-rendered control before hydration. Returns whether the control was
 * server-rendered. For a control outside a form, pass a ref to the control or an ancestor as `owner`.
 */
export function useEarlyInput(
  id: string,
  take: (control: Control) => void,
  owner?: RefObject<Element | null>,
): boolean {
  const start = useContext(PromptFormContext)?.start;
  const isHydrating = useHydrating();
  // Reads the controls while rendering, because React overwrites a hydrating <textarea> before effects run.
  const [early] = useState(() =>
    (isHydrating ? findControls(id) : []).map((control) => ({
      control,
      wasTouched: isTouched(control),
    })),
  );
  const isDone = useRef(early.length === 0);
  useBrowserLayoutEffect(() => {
    if (isDone.current) return;
    isDone.current = true;
    const within = owner ? owner.current : start?.current?.parentElement;
    const own = early.find(({ control }) => within?.contains(control));
    if (own && (own.wasTouched || isTouched(own.control))) take(own.control);
  });
  return early.length > 0;
}

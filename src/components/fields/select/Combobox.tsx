"use client";
import { useRef, useState, type ComponentProps, type KeyboardEvent } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { FieldOption } from "../../../models/describeField.ts";
import { useLazyPopup } from "../../internals/useLazyPopup.ts";
import { useParts } from "../../internals/useParts.ts";
import {
  findNamedOption,
  findOption,
  groupOptions,
  optionLabel,
  searchOptions,
} from "../fieldOptions.ts";
import { comboboxListModule } from "./comboboxListModule.ts";
import { optionId } from "./optionId.ts";

interface ComboboxProps extends Omit<ComponentProps<"input">, "value"> {
  readonly id: string;
  readonly label: string;
  readonly options: readonly FieldOption[];
  readonly value: string;
  readonly onValueChange: (value: string | number) => void;
}

/** Text box with a list of options. Focus stays in the text box while arrow keys highlight options. */
export function Combobox(props: ComboboxProps) {
  const part = useParts();
  const { id, label, options, value, onValueChange, onBlur, ...rest } = props;
  const { labels } = useEasel();
  const anchor = useRef<HTMLDivElement>(null);
  const { opened, open, close, preloading } = useLazyPopup(comboboxListModule);
  const [typed, setTyped] = useState(false);
  const [draft, setDraft] = useState<string>();
  const [active, setActive] = useState(-1);

  const chosen = findOption(options, value);
  const isDraft = draft !== undefined && String(valueNamed(draft)) === value;
  const text = isDraft ? draft : chosen ? optionLabel(chosen) : value;
  const groups = groupOptions(typed ? searchOptions(options, text) : options);
  const shown = groups.flatMap(([, group]) => group);

  function valueNamed(name: string): string | number {
    return findNamedOption(options, name)?.value ?? name;
  }

  function show(): void {
    setTyped(false);
    setActive(options.findIndex((option) => option.value === value));
    open();
  }

  function choose(option: FieldOption): void {
    onValueChange(option.value);
    setDraft(undefined);
    close();
  }

  function handleKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const option = shown[active];
    if (step !== undefined) {
      event.preventDefault();
      if (!opened) show();
      else if (shown.length > 0) {
        const from = active < 0 && step < 0 ? 0 : active;
        setActive((from + step + shown.length) % shown.length);
      }
    } else if (event.key === "Enter" && opened && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (option) choose(option);
      else close();
    } else if (event.key === "Escape" && opened) {
      event.preventDefault();
      close();
    }
  }

  return (
    <div {...part("combobox", "overlay")} ref={anchor}>
      <input
        autoComplete="off"
        {...part("combobox-input", "input")}
        spellCheck={false}
        type="text"
        {...rest}
        id={id}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={opened !== undefined}
        aria-controls={opened && shown.length > 0 ? `${id}-list` : undefined}
        aria-activedescendant={opened && active >= 0 ? optionId(id, active) : undefined}
        value={text}
        onChange={(event) => {
          setDraft(event.target.value);
          onValueChange(valueNamed(event.target.value));
          setTyped(true);
          setActive(-1);
          open();
        }}
        onClick={() => !opened && show()}
        onKeyDown={handleKeyDown}
        {...preloading}
        onBlur={(event) => {
          close();
          setDraft(undefined);
          onBlur?.(event);
        }}
      />
      <button
        {...part("combobox-toggle", "button-bare")}
        tabIndex={-1}
        aria-label={labels.form.showOptions(label)}
        aria-expanded={opened !== undefined}
        // Keeps focus in the text box when the button is pressed.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          document.getElementById(id)?.focus();
          if (opened) close();
          else show();
        }}
      />
      {opened && (
        <opened.ComboboxList
          id={id}
          label={label}
          anchor={anchor}
          groups={groups}
          value={value}
          active={active}
          onActivate={setActive}
          onChoose={choose}
          onLeave={close}
        />
      )}
    </div>
  );
}

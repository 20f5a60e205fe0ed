"use client";
import {
  useEffect,
  useRef,
  useState,
  type ComponentProps,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { FieldOption } from "../../../models/describeField.ts";
import { Popup } from "../../internals/Popup.tsx";
import { useParts } from "../../internals/useParts.ts";
import {
  findNamedOption,
  findOption,
  groupOptions,
  optionLabel,
  searchOptions,
} from "../fieldOptions.ts";

interface ComboboxProps extends Omit<ComponentProps<"input">, "value"> {
  readonly id: string;
  readonly label: string;
  readonly options: readonly FieldOption[];
  readonly value: string;
  readonly onValueChange: (value: string | number) => void;
}

const optionId = (id: string, index: number): string => `${id}-option-${index}`;

interface OptionGroupProps {
  readonly heading: string | undefined;
  readonly children: ReactNode;
}

function OptionGroup({ heading, children }: OptionGroupProps) {
  const part = useParts();
  if (heading === undefined) return children;
  return (
    <div role="group" aria-label={heading}>
      <p {...part("combobox-heading", "caption")} aria-hidden>
        {heading}
      </p>
      {children}
    </div>
  );
}

/** Text box with a list of options. Focus stays in the text box while arrow keys highlight options. */
export function Combobox(props: ComboboxProps) {
  const part = useParts();
  const { id, label, options, value, onValueChange, onBlur, ...rest } = props;
  const { labels } = useEasel();
  const anchor = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(false);
  const [draft, setDraft] = useState<string>();
  const [active, setActive] = useState(-1);

  const chosen = findOption(options, value);
  const isDraft = draft !== undefined && String(valueNamed(draft)) === value;
  const text = isDraft ? draft : chosen ? optionLabel(chosen) : value;
  const groups = groupOptions(typed ? searchOptions(options, text) : options);
  const shown = groups.flatMap(([, group]) => group);

  useEffect(() => {
    if (!open || active < 0) return undefined;
    // Scrolls in the next frame, after the list has been laid out.
    const frame = requestAnimationFrame(() => {
      document.getElementById(optionId(id, active))?.scrollIntoView?.({ block: "nearest" });
    });
    return () => cancelAnimationFrame(frame);
  }, [open, id, active]);

  function valueNamed(name: string): string | number {
    return findNamedOption(options, name)?.value ?? name;
  }

  function show(): void {
    setTyped(false);
    setActive(options.findIndex((option) => option.value === value));
    setOpen(true);
  }

  function choose(option: FieldOption): void {
    onValueChange(option.value);
    setDraft(undefined);
    setOpen(false);
  }

  function handleKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const option = shown[active];
    if (step !== undefined) {
      event.preventDefault();
      if (!open) show();
      else if (shown.length > 0) {
        const from = active < 0 && step < 0 ? 0 : active;
        setActive((from + step + shown.length) % shown.length);
      }
    } else if (event.key === "Enter" && open && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (option) choose(option);
      else setOpen(false);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      setOpen(false);
    }
  }

  const renderList = () => (
    <div {...part("combobox-list", "scroll")} role="listbox" id={`${id}-list`} aria-label={label}>
      {groups.map(([heading, group]) => (
        <OptionGroup key={heading ?? ""} heading={heading}>
          {group.map((option) => {
            const index = shown.indexOf(option);
            return (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the focused text box handles the keys
              <div
                key={option.value}
                id={optionId(id, index)}
                {...part("combobox-option")}
                data-active={index === active ? "" : undefined}
                role="option"
                aria-selected={option.value === value}
                onClick={() => choose(option)}
                onPointerMove={() => setActive(index)}
              >
                {optionLabel(option)}{" "}
                {option.help !== undefined && (
                  <span {...part("option-help", "caption")}>{option.help}</span>
                )}
              </div>
            );
          })}
        </OptionGroup>
      ))}
    </div>
  );

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
        aria-expanded={open}
        aria-controls={open && shown.length > 0 ? `${id}-list` : undefined}
        aria-activedescendant={open && active >= 0 ? optionId(id, active) : undefined}
        value={text}
        onChange={(event) => {
          setDraft(event.target.value);
          onValueChange(valueNamed(event.target.value));
          setTyped(true);
          setActive(-1);
          setOpen(true);
        }}
        onClick={() => !open && show()}
        onKeyDown={handleKeyDown}
        onBlur={(event) => {
          setOpen(false);
          setDraft(undefined);
          onBlur?.(event);
        }}
      />
      <button
        {...part("combobox-toggle", "button-bare")}
        tabIndex={-1}
        aria-label={labels.form.showOptions(label)}
        aria-expanded={open}
        // Keeps focus in the text box when the button is pressed.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          document.getElementById(id)?.focus();
          if (open) setOpen(false);
          else show();
        }}
      />
      {open && (
        <Popup
          {...part("combobox-popup", "popup")}
          anchor={anchor}
          onLeave={() => setOpen(false)}
          onMouseDown={(event) => event.preventDefault()}
        >
          {shown.length > 0 ? (
            renderList()
          ) : (
            <p {...part("combobox-empty", "caption")}>{labels.form.noMatchingOption}</p>
          )}
        </Popup>
      )}
    </div>
  );
}

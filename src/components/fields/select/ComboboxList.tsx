"use client";
import { useEffect, type ReactNode, type RefObject } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { FieldOption } from "../../../models/describeField.ts";
import { Popup } from "../../internals/Popup.tsx";
import { useParts } from "../../internals/useParts.ts";
import { optionLabel, type OptionGroups } from "../fieldOptions.ts";
import { optionId } from "./optionId.ts";

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

interface ComboboxListProps {
  readonly id: string;
  readonly label: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly groups: OptionGroups;
  readonly value: string;
  readonly active: number;
  readonly onActivate: (index: number) => void;
  readonly onChoose: (option: FieldOption) => void;
  readonly onLeave: () => void;
}

export function ComboboxList(props: ComboboxListProps) {
  const part = useParts();
  const { id, label, anchor, groups, value, active, onActivate, onChoose, onLeave } = props;
  const { labels } = useEasel();
  const shown = groups.flatMap(([, group]) => group);

  useEffect(() => {
    if (active < 0) return undefined;
    // Scrolls in the next frame, after the list has been laid out.
    const frame = requestAnimationFrame(() => {
      document.getElementById(optionId(id, active))?.scrollIntoView?.({ block: "nearest" });
    });
    return () => cancelAnimationFrame(frame);
  }, [id, active]);

  const list = (
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
                onClick={() => onChoose(option)}
                onPointerMove={() => onActivate(index)}
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
    <Popup
      {...part("combobox-popup", "popup")}
      anchor={anchor}
      onLeave={onLeave}
      onMouseDown={(event) => event.preventDefault()}
    >
      {shown.length > 0 ? (
        list
      ) : (
        <p {...part("combobox-empty", "caption")}>{labels.form.noMatchingOption}</p>
      )}
    </Popup>
  );
}

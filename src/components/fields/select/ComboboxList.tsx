"use client";
import type { ReactNode } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { FieldOption } from "../../../models/describeField.ts";
import { useParts } from "../../internals/useParts.ts";
import { optionLabel, type OptionGroups } from "../fieldOptions.ts";

interface ComboboxListProps {
  readonly id: string;
  readonly label: string;
  readonly groups: OptionGroups;
  readonly value: string;
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onChoose: (option: FieldOption) => void;
}

export const optionId = (id: string, index: number): string => `${id}-option-${index}`;

function OptionGroup({ heading, children }: { heading: string | undefined; children: ReactNode }) {
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

export function ComboboxList(props: ComboboxListProps) {
  const part = useParts();
  const { id, label, groups, value, active, onActive, onChoose } = props;
  const { labels } = useEasel();
  const shown = groups.flatMap(([, group]) => group);
  if (shown.length === 0)
    return <p {...part("combobox-empty", "caption")}>{labels.form.noMatchingOption}</p>;
  return (
    <div {...part("combobox-list", "scroll")} role="listbox" id={`${id}-list`} aria-label={label}>
      {groups.map(([heading, group]) => (
        <OptionGroup key={heading ?? ""} heading={heading}>
          {group.map((option) => {
            const index = shown.indexOf(option);
            return (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keys are the box's, where focus is
              <div
                key={option.value}
                id={optionId(id, index)}
                {...part("combobox-option")}
                data-active={index === active ? "" : undefined}
                role="option"
                aria-selected={option.value === value}
                onClick={() => onChoose(option)}
                onPointerMove={() => onActive(index)}
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
}

"use client";
import { forwardRef } from "react";
import { ActionIcon, type ActionIconProps } from "../../internals/ActionIcon.tsx";
import { Part, type PartProps } from "../../internals/Part.tsx";
import type { PartName } from "../../internals/partNames.ts";
import { useParts } from "../../internals/useParts.ts";

interface SimpleActionProps extends PartProps<"button"> {
  readonly partName: PartName;
  readonly icon: ActionIconProps["name"];
  readonly word: string;
  /** Accessible name, which starts with `word`. @default `word` */
  readonly name?: string | undefined;
  readonly act: () => void;
}

/** Renders a button with an icon and a word. */
export const SimpleAction = forwardRef<HTMLButtonElement, SimpleActionProps>(function SimpleAction(
  { partName, icon, word, name = word, act, children, ...props },
  ref,
) {
  const part = useParts(props.classNames);
  return (
    <Part
      as="button"
      partName={partName}
      kind="button"
      aria-label={name}
      title={name}
      own={props}
      onClick={act}
      ref={ref}
    >
      {children ?? (
        <>
          <ActionIcon name={icon} />
          <span {...part("image-result-action-words")}>{word}</span>
        </>
      )}
    </Part>
  );
});

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
  /** URL of an image that replaces the icon. */
  readonly thumbnail?: string | undefined;
}

/** Renders a button with an icon and a word. */
export const SimpleAction = forwardRef<HTMLButtonElement, SimpleActionProps>(function SimpleAction(
  { partName, icon, word, name = word, act, thumbnail, children, ...props },
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
          {thumbnail === undefined ? (
            <ActionIcon name={icon} />
          ) : (
            <img {...part("image-result-menu-image", "thumbnail")} src={thumbnail} alt="" />
          )}
          <span {...part("image-result-action-words")}>{word}</span>
        </>
      )}
    </Part>
  );
});

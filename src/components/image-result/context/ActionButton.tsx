"use client";
import { forwardRef, useState, type ReactNode } from "react";
import { ActionIcon, type ActionIconProps } from "../../internals/ActionIcon.tsx";
import { Part, type PartProps } from "../../internals/Part.tsx";
import type { PartName } from "../../internals/partNames.ts";
import { useImageResult, useImageResultActions } from "./ImageResultContext.ts";

interface ActionButtonProps extends PartProps<"button"> {
  readonly partName: PartName;
  readonly icon?: ActionIconProps["name"];
  readonly word: ReactNode;
  /** Runs the action and resolves with a message to announce. */
  readonly act: () => Promise<string>;
}

export const ActionButton = forwardRef<HTMLButtonElement, ActionButtonProps>(function ActionButton(
  { partName, act, icon, word, children, ...props },
  ref,
) {
  const { result } = useImageResult("ImageResult.Root");
  const { notify } = useImageResultActions("ImageResult.Root");
  const [busy, setBusy] = useState(false);

  async function run(): Promise<void> {
    setBusy(true);
    // Clears the message first, so that a repeated message is announced again.
    notify({ message: "", about: result });
    notify({ message: await act(), about: result });
    setBusy(false);
  }

  return (
    <Part
      as="button"
      partName={partName}
      kind="button"
      state={{ busy }}
      own={props}
      onClick={() => {
        if (!busy) void run();
      }}
      ref={ref}
    >
      {children ?? (
        <>
          {icon && <ActionIcon name={icon} />}
          {word}
        </>
      )}
    </Part>
  );
});

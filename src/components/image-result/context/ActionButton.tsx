"use client";
import { forwardRef, useState } from "react";
import { ActionIcon, type ActionIconProps } from "../../internals/ActionIcon.tsx";
import { Part, type PartProps } from "../../internals/Part.tsx";
import type { PartName } from "../../internals/partNames.ts";
import { useFlash } from "../../internals/useFlash.ts";
import { useParts } from "../../internals/useParts.ts";
import { useImageResult, useImageResultActions } from "./ImageResultContext.ts";

export interface ActionOutcome {
  /** Message to announce. A failure's message is also visible. */
  readonly message: string;
  readonly hasFailed?: boolean;
}

interface ActionButtonProps extends PartProps<"button"> {
  readonly partName: PartName;
  readonly kind?: "button" | "button-bare";
  readonly icon?: ActionIconProps["name"];
  readonly word: string;
  /** Word that replaces `word` for 2 seconds after success. */
  readonly doneWord: string;
  readonly act: () => ActionOutcome | Promise<ActionOutcome>;
}

/** Style of a word that only takes up space. App stylesheets often remove elements with the `hidden` attribute. */
const unseen = { visibility: "hidden" } as const;

/** Renders a button that shows a check mark after success. Both words take up space, so that the layout doesn't shift. */
export const ActionButton = forwardRef<HTMLButtonElement, ActionButtonProps>(function ActionButton(
  { partName, kind = "button", act, icon, word, doneWord, children, ...props },
  ref,
) {
  const part = useParts(props.classNames);
  const { result } = useImageResult("ImageResult.Root");
  const { notify } = useImageResultActions("ImageResult.Root");
  const [busy, setBusy] = useState(false);
  const [done, flash] = useFlash();

  async function run(): Promise<void> {
    setBusy(true);
    // Clears the message first, so that a repeated message is announced again.
    notify({ message: "", about: result });
    const outcome = await act();
    notify({ ...outcome, about: result });
    setBusy(false);
    if (!outcome.hasFailed) flash();
  }

  return (
    <Part
      as="button"
      partName={partName}
      kind={kind}
      state={{ busy, done }}
      // The accessible name has to contain the visible word.
      own={done && props["aria-label"] ? { ...props, "aria-label": doneWord } : props}
      onClick={() => {
        if (!busy) void run();
      }}
      ref={ref}
    >
      {children ?? (
        <>
          {icon && <ActionIcon name={done ? "check" : icon} />}
          <span {...part("image-result-action-words")}>
            <span {...part("image-result-action-word")} style={done ? unseen : undefined}>
              {word}
            </span>
            <span {...part("image-result-action-word")} style={done ? undefined : unseen}>
              {icon === undefined && <ActionIcon name="check" />}
              {doneWord}
            </span>
          </span>
        </>
      )}
    </Part>
  );
});

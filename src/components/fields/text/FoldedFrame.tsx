"use client";
import { forwardRef, useState } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { useParts } from "../../internals/useParts.ts";
import { FieldFrame, type FieldFrameProps } from "../FieldFrame.tsx";
import { useSettledText } from "./useSettledText.ts";

/** Longer previews are tiring to listen to. */
const mostChars = 120;

function Preview({ name }: { readonly name: string }) {
  const part = useParts();
  const { labels } = useEasel();
  const text = useSettledText(name).trim();
  return (
    <span
      {...part("field-fold-preview", "caption")}
      data-empty={text === "" ? "" : undefined}
      dir="auto"
    >
      {text === "" ? labels.prompt.empty : text.slice(0, mostChars)}
    </span>
  );
}

export const FoldedFrame = forwardRef<HTMLDivElement, Omit<FieldFrameProps, "fold">>(
  function FoldedFrame(props, ref) {
    const { error, descriptor } = props.field;
    const [isOpen, setOpen] = useState(false);
    const [shownError, setShownError] = useState<string>();
    if (error !== shownError) {
      setShownError(error);
      if (error !== undefined) setOpen(true);
    }
    return (
      <FieldFrame
        {...props}
        ref={ref}
        fold={{
          isOpen,
          onOpenChange: setOpen,
          preview: <Preview name={descriptor.name} />,
        }}
      />
    );
  },
);

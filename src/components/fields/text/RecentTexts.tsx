"use client";
import { useRef } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { useRecentTexts } from "../../../hooks/useRecentTexts.ts";
import type { FieldDescriptor } from "../../../models/describeFields.ts";
import { useLazyPopup } from "../../internals/useLazyPopup.ts";
import { useParts } from "../../internals/useParts.ts";
import { recentTextsModule } from "./recentTextsModule.ts";

interface RecentTextsProps {
  readonly descriptor: FieldDescriptor;
  readonly onChoose: (text: string) => void;
  readonly onClose: () => void;
  readonly onFailure: () => void;
}

export function RecentTexts({ descriptor, onChoose, onClose, onFailure }: RecentTextsProps) {
  const part = useParts();
  const { labels } = useEasel();
  const texts = useRecentTexts(descriptor.name);
  const foot = useRef<HTMLElement | null>(null);
  const { opened, open, close, preloading } = useLazyPopup(recentTextsModule);
  const name = labels.prompt.recentOf(descriptor.label);
  if (texts.length === 0) return null;

  return (
    <>
      <button
        ref={(element) => {
          foot.current = element?.parentElement ?? null;
        }}
        {...part("recent-texts-trigger", "button-bare")}
        data-state={opened ? "open" : "closed"}
        aria-haspopup="menu"
        aria-expanded={opened !== undefined}
        aria-label={name}
        onClick={() => (opened ? close() : open(onFailure))}
        {...preloading}
        // A menu that is still loading would take the focus from the next element.
        onBlur={() => !opened && close()}
      >
        {labels.prompt.recent}
      </button>
      {opened && (
        <opened.RecentTextsMenu
          label={name}
          texts={texts}
          anchor={foot}
          onChoose={onChoose}
          onClose={() => {
            close();
            onClose();
          }}
          onLeave={close}
        />
      )}
    </>
  );
}

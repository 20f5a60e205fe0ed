"use client";
import { DropdownMenu } from "radix-ui";
import { useEasel, useRecentTexts } from "../../hooks/index.ts";
import type { FieldDescriptor } from "../../models/index.ts";

interface RecentTextsProps {
  readonly descriptor: FieldDescriptor;
  readonly onChoose: (text: string) => void;
  /** The menu was left without a choice, or with one: where the focus goes. */
  readonly onClose: () => void;
}

/** A menu of what was sent in this field lately. Nothing where nothing was. */
export function RecentTexts({ descriptor, onChoose, onClose }: RecentTextsProps) {
  const { labels } = useEasel();
  const texts = useRecentTexts(descriptor.name);
  if (texts.length === 0) return null;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        data-easel="recent-texts-trigger"
        aria-label={labels.prompt.recentOf(descriptor.label)}
      >
        {labels.prompt.recent}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          data-easel="recent-texts"
          align="end"
          sideOffset={6}
          collisionPadding={12}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClose();
          }}
        >
          {texts.map((text) => (
            <DropdownMenu.Item
              key={text}
              data-easel="recent-text"
              dir="auto"
              onSelect={() => onChoose(text)}
            >
              <span data-easel="recent-text-words">{text}</span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

"use client";
import { useState, type DragEvent, type HTMLAttributes } from "react";

type DropHandlers = Pick<
  HTMLAttributes<HTMLElement>,
  "onDragEnter" | "onDragOver" | "onDragLeave" | "onDrop"
>;

const carries = ({ dataTransfer }: DragEvent): boolean =>
  [...dataTransfer.types].some((type) => type === "Files" || type === "text/uri-list");

export const fileIn = (data: DataTransfer): File | undefined =>
  [...data.files].find((file) => file.type.startsWith("image/")) ?? data.files[0];

export function useFileDrop(own: DropHandlers, take: (dropped: File | string) => void) {
  const [dragging, setDragging] = useState(false);

  const hold = (ownHandler: DropHandlers["onDragOver"]) => (event: DragEvent<HTMLElement>) => {
    ownHandler?.(event);
    if (event.defaultPrevented || !carries(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    setDragging(true);
  };

  const handlers: DropHandlers = {
    onDragEnter: hold(own.onDragEnter),
    onDragOver: hold(own.onDragOver),
    onDragLeave: (event) => {
      own.onDragLeave?.(event);
      // `dragleave` also fires when the pointer enters a child element.
      const to = event.relatedTarget;
      if (!(to instanceof Node && event.currentTarget.contains(to))) setDragging(false);
    },
    onDrop: (event) => {
      own.onDrop?.(event);
      setDragging(false);
      if (event.defaultPrevented) return;
      const dropped = fileIn(event.dataTransfer) ?? event.dataTransfer.getData("text/uri-list");
      if (dropped === "") return;
      event.preventDefault();
      take(dropped);
    },
  };
  return { dragging, handlers };
}

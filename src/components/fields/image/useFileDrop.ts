"use client";
import { useState, type DragEvent, type HTMLAttributes } from "react";

type DropHandlers = Pick<
  HTMLAttributes<HTMLElement>,
  "onDragEnter" | "onDragOver" | "onDragLeave" | "onDrop"
>;

const carries = ({ dataTransfer }: DragEvent): boolean =>
  [...dataTransfer.types].some((type) => type === "Files" || type === "text/uri-list");

/** The picture among what was dropped or pasted: files are known by their bytes later, so any will do. */
export const fileIn = (data: DataTransfer): File | undefined =>
  [...data.files].find((file) => file.type.startsWith("image/")) ?? data.files[0];

/**
 * Takes files and addresses that are dropped on an element; the app's own handlers come first. What is taken is
 * `preventDefault`ed, so a form around it can tell.
 */
export function useFileDrop(own: DropHandlers, take: (dropped: File | string) => void) {
  const [dragging, setDragging] = useState(false);

  function hold(event: DragEvent<HTMLElement>): void {
    if (event.defaultPrevented || !carries(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    setDragging(true);
  }

  const handlers: DropHandlers = {
    onDragEnter: (event) => {
      own.onDragEnter?.(event);
      hold(event);
    },
    onDragOver: (event) => {
      own.onDragOver?.(event);
      hold(event);
    },
    onDragLeave: (event) => {
      own.onDragLeave?.(event);
      // From one of its parts to another is not out of it.
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

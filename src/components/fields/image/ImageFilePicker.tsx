"use client";
import { forwardRef, useId } from "react";
import { useEarlyInput, type Control } from "../../form-context/useEarlyInput.ts";

interface ImageFilePickerProps {
  readonly label: string;
  readonly camera?: boolean;
  readonly onChoose: (file: File) => void;
}

export const ImageFilePicker = forwardRef<HTMLInputElement, ImageFilePickerProps>(
  function ImageFilePicker({ label, camera = false, onChoose }, ref) {
    const id = useId();
    function choose(input: Control): void {
      const file = (input as HTMLInputElement).files?.[0];
      if (file) onChoose(file);
      // Without a reset, choosing the same file again wouldn't fire `change`.
      input.value = "";
    }
    useEarlyInput(id, choose);
    return (
      <input
        ref={ref}
        id={id}
        type="file"
        // Lists extensions too, because a system that has no MIME type for HEIC would hide HEIC files.
        accept={camera ? "image/*" : "image/*,.heic,.heif,.avif"}
        {...(camera ? { capture: "environment" } : {})}
        aria-label={label}
        hidden
        tabIndex={-1}
        onChange={(event) => choose(event.target)}
      />
    );
  },
);

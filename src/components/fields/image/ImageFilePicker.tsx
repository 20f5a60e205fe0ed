"use client";
import { forwardRef, useId } from "react";
import { useEarlyInput, type Control } from "../../form-context/useEarlyInput.ts";

interface ImageFilePickerProps {
  readonly label: string;
  /** Asks the device's camera, where it has one. */
  readonly camera?: boolean;
  readonly onChoose: (file: File) => void;
}

/** The browser's own file dialog, or its camera; opened by a button of ours. */
export const ImageFilePicker = forwardRef<HTMLInputElement, ImageFilePickerProps>(
  function ImageFilePicker({ label, camera = false, onChoose }, ref) {
    const id = useId();
    function choose(input: Control): void {
      const file = (input as HTMLInputElement).files?.[0];
      if (file) onChoose(file);
      // So that the same file can be chosen again.
      input.value = "";
    }
    useEarlyInput(id, choose);
    return (
      <input
        ref={ref}
        id={id}
        type="file"
        // By ending, too: some systems know no type for these, and would not let them be chosen.
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

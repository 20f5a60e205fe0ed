"use client";
import { forwardRef } from "react";

interface ImageFilePickerProps {
  readonly label: string;
  /** Asks the device's camera, where it has one. */
  readonly camera?: boolean;
  readonly onChoose: (file: File) => void;
}

/** The browser's own file dialog, or its camera; opened by a button of ours. */
export const ImageFilePicker = forwardRef<HTMLInputElement, ImageFilePickerProps>(
  function ImageFilePicker({ label, camera = false, onChoose }, ref) {
    return (
      <input
        ref={ref}
        type="file"
        // By ending, too: some systems know no type for these, and would not let them be chosen.
        accept={camera ? "image/*" : "image/*,.heic,.heif,.avif"}
        {...(camera ? { capture: "environment" } : {})}
        aria-label={label}
        hidden
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onChoose(file);
          // So that the same file can be chosen again.
          event.target.value = "";
        }}
      />
    );
  },
);

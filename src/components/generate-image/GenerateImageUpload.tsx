"use client";
import { forwardRef, useRef } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { ImageFilePicker } from "../fields/image/ImageFilePicker.tsx";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useGenerateImage } from "./context/GenerateImageContext.ts";

export type GenerateImageUploadProps = PartProps<"button">;

/** Renders a `<button>` with which users choose their own file, or nothing without the root's `allowUpload`. */
export const GenerateImageUpload = forwardRef<HTMLButtonElement, GenerateImageUploadProps>(
  function GenerateImageUpload(props, ref) {
    const labels = useEasel().labels.form.image;
    const { allowUpload, disabled, takeFile } = useGenerateImage("GenerateImage.Upload");
    const picker = useRef<HTMLInputElement>(null);
    if (!allowUpload) return null;
    return (
      <>
        <Part
          as="button"
          partName="generate-image-upload"
          kind="button"
          disabled={disabled}
          own={props}
          onClick={() => picker.current?.click()}
          ref={ref}
        >
          {contentOf(props) ?? labels.browse}
        </Part>
        <ImageFilePicker ref={picker} label={labels.browse} onChoose={takeFile} />
      </>
    );
  },
);

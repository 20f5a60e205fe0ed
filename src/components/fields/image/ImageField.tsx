"use client";
import { forwardRef, useRef } from "react";
import { flushSync } from "react-dom";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { CropArea } from "../../../images/planResize.ts";
import type { CatalogModel } from "../../../models/catalog/catalog.ts";
import type { Model } from "../../../models/defineModel.ts";
import { useFieldReason } from "../../form-context/PromptFormContext.ts";
import { useImageLabels } from "../../internals/useImageLabels.ts";
import { useLoadedPart } from "../../internals/useLoadedPart.ts";
import { useParts } from "../../internals/useParts.ts";
import { FieldFrame, type FieldComponent, type FieldProps } from "../FieldFrame.tsx";
import { useFormField } from "../useFormField.ts";
import { ImageEntry } from "./ImageEntry.tsx";
import { ImageMessage } from "./ImageMessage.tsx";
import { ImagePreview } from "./ImagePreview.tsx";
import { ImageProgress } from "./ImageProgress.tsx";
import { useFileDrop } from "./useFileDrop.ts";
import { useFilePaste } from "./useFilePaste.ts";
import { useImageSource } from "./useImageSource.ts";

interface FileProps {
  /** Called with each file before it's checked and uploaded. Return `true` to skip both and handle it yourself. */
  readonly onFile?: ((file: File) => boolean | Promise<boolean>) | undefined;
}

export type ImageFieldProps<M extends Model = CatalogModel> = FieldProps<M> & FileProps;

const loadCrop = async () => (await import("./ImageCrop.tsx")).ImageCrop;

/** Field for a start image: a URL, or a file to select, drop, paste, or photograph. Resizes files to fit the model. */
export const ImageField = forwardRef<HTMLDivElement, ImageFieldProps<Model>>(function ImageField(
  { name, onFile, ...rest },
  ref,
) {
  const part = useParts(rest.classNames);
  const field = useFormField("ImageField", name);
  const { label } = field.descriptor;
  const labels = useImageLabels();
  const { drop } = useEasel().labels.form.image;
  const control = useRef<HTMLDivElement>(null);
  const cropButton = useRef<HTMLButtonElement>(null);
  const cropping = useLoadedPart(loadCrop);
  const state = useImageSource(field);
  const { value, upload, held, image } = state;
  const { source, status, error, progress } = upload;
  const step = status === "checking" || status === "shrinking" || status === "uploading";

  const fileName = source instanceof File ? source.name : labels.unnamed;
  const file = source instanceof Blob && image && status === "ready" ? source : undefined;

  async function take(given: File | string): Promise<void> {
    if (given instanceof File && (await onFile?.(given)) === true) return;
    cropping.close();
    await upload.upload(given);
  }
  const { dragging, handlers } = useFileDrop(rest, (dropped) => void take(dropped));
  useFilePaste(control, (pasted) => void take(pasted));
  useFieldReason("ImageField", name, step ? labels.stillPreparing : undefined);

  // Applies a change that unmounts the pressed button, then moves focus to the field.
  function leaving(change: () => void): void {
    flushSync(change);
    document.getElementById(field.id)?.focus();
  }

  function handleLoad(): void {
    const settle = () => state.setLoaded(value);
    // A button replaces the text box for the URL, and takes its focus.
    if (document.activeElement?.id === field.id) leaving(settle);
    else settle();
  }

  function crop(cropped: CropArea | undefined): void {
    leaving(cropping.close);
    if (source !== undefined) void upload.upload(source, { crop: cropped });
  }

  return (
    <FieldFrame
      {...rest}
      {...handlers}
      ref={ref}
      field={field}
      kind="image"
      group
      note={!held && /^https?:/i.test(value) && labels.fetchedByService}
      renderControl={(attributes) => (
        <div
          ref={control}
          {...part("image-control", "row")}
          data-status={status}
          data-dragging={dragging ? "" : undefined}
          data-filled={value === "" ? undefined : ""}
          data-settled={state.settled ? "" : undefined}
        >
          <ImagePreview state={state} alt={labels.alt(label)} onLoad={handleLoad} />
          <div {...part("image-source", "stack")}>
            <ImageMessage state={state} name={fileName} label={label} noCrop={cropping.hasFailed} />
            {error && (
              <div {...part("image-fix", "row")}>
                {error.code === "upload" && (
                  <button {...part("image-retry", "button")} onClick={() => leaving(upload.retry)}>
                    {labels.tryAgain}
                  </button>
                )}
                <button
                  {...part("image-dismiss", "button")}
                  onClick={() => leaving(upload.dismiss)}
                >
                  {labels.dismiss}
                </button>
              </div>
            )}
            {step && (
              <ImageProgress
                name={fileName}
                status={status}
                progress={progress}
                onCancel={upload.cancel}
                onLoseFocus={() => document.getElementById(field.id)?.focus()}
              />
            )}
            {value === "" && !step && !error && <p {...part("image-drop", "caption")}>{drop}</p>}
            <ImageEntry
              attributes={attributes}
              field={field}
              state={state}
              take={(given) => void take(given)}
            >
              {file && (
                <button
                  ref={cropButton}
                  {...part("image-crop-open", "button")}
                  aria-expanded={cropping.Part !== undefined}
                  onClick={() => (cropping.Part ? cropping.close() : cropping.open())}
                >
                  {labels.crop}
                </button>
              )}
              {value !== "" && (
                <button
                  {...part("image-remove", "button")}
                  onClick={() => leaving(() => state.write(""))}
                >
                  {labels.remove}
                </button>
              )}
            </ImageEntry>
          </div>
          {cropping.Part && file && image && (
            <cropping.Part
              source={file}
              ratio={image.original.width / image.original.height}
              onApply={crop}
              onCancel={() => {
                cropping.close();
                cropButton.current?.focus();
              }}
            />
          )}
          {dragging && (
            <p {...part("image-drop-here")} aria-hidden="true">
              {labels.dropHere}
            </p>
          )}
        </div>
      )}
    />
  );
}) as unknown as FieldComponent<FileProps>;

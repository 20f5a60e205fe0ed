"use client";
import { forwardRef, useRef, useState, type ClipboardEvent, type DragEvent } from "react";
import { flushSync } from "react-dom";
import { useEasel } from "../../hooks/index.ts";
import { FieldFrame, type FieldProps } from "./FieldFrame.tsx";
import { ImagePreview } from "./ImagePreview.tsx";
import { megabytes } from "./readImageFile.ts";
import { useField } from "./useField.ts";
import { useImageSource } from "./useImageSource.ts";

const imageIn = (data: DataTransfer): File | undefined =>
  [...data.files].find((file) => file.type.startsWith("image/")) ?? data.files[0];

/**
 * A picture to start from: by its address, or as a file that is chosen, dropped or pasted, which goes along as a data URL.
 * Nothing is fetched by itself: an address that the form started with is shown as a picture only when asked for.
 *
 * @example
 * <ImageField name="image" />
 */
export const ImageField = forwardRef<HTMLDivElement, FieldProps>(function ImageField(
  { name, ...rest },
  ref,
) {
  const field = useField("ImageField", name);
  const { labels } = useEasel();
  const words = labels.form;
  const picker = useRef<HTMLInputElement>(null);
  const [dragging, setDragging] = useState(false);
  const { value, held, file, refusal, shown, written, show, take, write } = useImageSource(field);

  function remove(): void {
    flushSync(() => write(""));
    // Its button is gone: focus goes on to the box that took its place.
    document.getElementById(field.id)?.focus();
  }

  function handleDrop(event: DragEvent): void {
    event.preventDefault();
    setDragging(false);
    const address = event.dataTransfer.getData("text/uri-list");
    if (event.dataTransfer.files.length > 0) void take(imageIn(event.dataTransfer));
    else if (address !== "") {
      write(address);
      show(address);
    }
  }

  function handlePaste(event: ClipboardEvent): void {
    const pasted = imageIn(event.clipboardData);
    if (!pasted) return;
    event.preventDefault();
    void take(pasted);
  }

  const bytes = file?.size ?? Math.floor((value.length - value.indexOf(",")) * 0.75);
  return (
    <FieldFrame
      {...rest}
      ref={ref}
      field={refusal === undefined ? field : { ...field, error: refusal }}
      kind="image"
      group
      renderControl={({ id, ...attributes }) => (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the button and the box inside are the keyboard's way
        <div
          data-easel="image-control"
          data-dragging={dragging ? "" : undefined}
          data-filled={value === "" ? undefined : ""}
          onDragOver={(event) => {
            event.preventDefault();
            setDragging(true);
          }}
          onDragLeave={() => setDragging(false)}
          onDrop={handleDrop}
          onPaste={handlePaste}
        >
          <ImagePreview
            alt={words.imageAlt(field.descriptor.label)}
            source={value}
            shown={shown}
            onShow={() => show(value)}
          />
          <div data-easel="image-source">
            {(held || value === "") && (
              <p data-easel={held ? "image-file" : "image-drop"}>
                {held
                  ? words.imageFile(file?.name ?? field.descriptor.label, megabytes(bytes))
                  : words.imageDrop}
              </p>
            )}
            <div data-easel="image-entry">
              {!held && (
                <input
                  {...attributes}
                  id={id}
                  autoComplete="off"
                  data-easel="image-address"
                  dir="ltr"
                  inputMode="url"
                  name={name}
                  placeholder="https://"
                  aria-label={words.imageAddress(field.descriptor.label)}
                  spellCheck={false}
                  type="text"
                  value={value}
                  onChange={(event) => {
                    const address = event.target.value.trim();
                    write(address);
                    // A pasted address is whole; of one that is being typed no half must be fetched.
                    if ((event.nativeEvent as InputEvent).inputType === "insertFromPaste") {
                      show(address);
                    }
                  }}
                  onBlur={() => {
                    if (written) show(value);
                    field.onBlur();
                  }}
                />
              )}
              <button
                type="button"
                data-easel="image-browse"
                {...(held ? { id, "aria-describedby": attributes["aria-describedby"] } : {})}
                onClick={() => picker.current?.click()}
              >
                {held ? words.imageReplace : words.imageBrowse}
              </button>
              {value !== "" && (
                <button type="button" data-easel="image-remove" onClick={remove}>
                  {words.imageRemove}
                </button>
              )}
            </div>
            <input
              ref={picker}
              type="file"
              accept="image/*"
              aria-label={words.imageBrowse}
              hidden
              tabIndex={-1}
              onChange={(event) => {
                void take(event.target.files?.[0]);
                // So that the same file can be chosen again.
                event.target.value = "";
              }}
            />
          </div>
        </div>
      )}
    />
  );
});

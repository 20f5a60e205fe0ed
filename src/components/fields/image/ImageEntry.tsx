"use client";
import { useRef, useSyncExternalStore, type ReactNode } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { useImageLabels } from "../../internals/useImageLabels.ts";
import { useParts } from "../../internals/useParts.ts";
import type { ControlAttributes } from "../FieldFrame.tsx";
import type { FormField } from "../useFormField.ts";
import { ImageFilePicker } from "./ImageFilePicker.tsx";
import type { ImageSourceState } from "./useImageSource.ts";

const touch = "(pointer: coarse)";

function subscribe(listener: () => void): () => void {
  const list = matchMedia(touch);
  list.addEventListener("change", listener);
  return () => list.removeEventListener("change", listener);
}

const isTouched = () => matchMedia(touch).matches;
const isTouchedOnServer = () => false;

interface ImageEntryProps {
  readonly attributes: ControlAttributes;
  readonly field: FormField;
  readonly state: ImageSourceState;
  readonly take: (given: File | string) => void;
  readonly children: ReactNode;
}

export function ImageEntry(props: ImageEntryProps) {
  const part = useParts();
  const { attributes, field, state, take, children } = props;
  const { name, label } = field.descriptor;
  const entry = useEasel().labels.form.image;
  const labels = useImageLabels();
  const picker = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const touched = useSyncExternalStore(subscribe, isTouched, isTouchedOnServer);
  const { id, ...about } = attributes;
  const { value, settled, written, show, write } = state;

  function handleWritten(text: string, pasted: boolean): void {
    if (/^data:/i.test(text)) return take(text);
    write(text);
    // Previews a pasted URL immediately. A typed URL is previewed on blur, when the URL is complete.
    if (pasted) show(text);
  }

  return (
    <div {...part("image-entry", "row")}>
      <button
        {...part("image-browse", "button")}
        {...(settled ? { id, "aria-describedby": about["aria-describedby"] } : {})}
        onClick={() => picker.current?.click()}
      >
        {settled ? entry.replace : entry.browse}
      </button>
      {touched && (
        <button {...part("image-camera", "button")} onClick={() => camera.current?.click()}>
          {labels.camera}
        </button>
      )}
      {children}
      {!settled && (
        <input
          {...about}
          id={id}
          autoComplete="off"
          {...part("image-address", "input")}
          dir="ltr"
          inputMode="url"
          name={name}
          placeholder={entry.pasteUrl}
          aria-label={entry.address(label)}
          spellCheck={false}
          type="text"
          value={value}
          onChange={({ target, nativeEvent }) =>
            handleWritten(
              target.value.trim(),
              (nativeEvent as InputEvent).inputType === "insertFromPaste",
            )
          }
          onBlur={() => {
            if (written) show(value);
            field.onBlur();
          }}
        />
      )}
      <ImageFilePicker ref={picker} label={entry.browse} onChoose={take} />
      {touched && <ImageFilePicker ref={camera} label={labels.camera} camera onChoose={take} />}
    </div>
  );
}

"use client";
import { useEffect, useRef } from "react";
import { useStableActions } from "../../hooks/useStableActions.ts";
import { useParts } from "../internals/useParts.ts";
import type { GeneratedImage } from "./context/generatedImage.ts";

interface FormControlProps {
  readonly name: string | undefined;
  readonly altName: string | undefined;
  readonly output: "file" | "url";
  readonly value: GeneratedImage | null;
  readonly accept: string;
  readonly required: boolean;
  readonly disabled: boolean;
  readonly onInvalid: (isFirst: boolean) => void;
  readonly onReset: () => void;
}

const ignore = () => undefined;

/** Adds the value to the native form. The inputs are transparent, because hidden inputs can't be validated. */
export function FormControl(props: FormControlProps) {
  const { name, altName, output, value, accept, required, disabled } = props;
  const part = useParts();
  const input = useRef<HTMLInputElement>(null);
  const actions = useStableActions({ reset: props.onReset });
  const file = value && "file" in value ? value.file : undefined;

  useEffect(() => {
    if (!input.current || output === "url") return;
    const data = new DataTransfer();
    if (file) data.items.add(file);
    input.current.files = data.files;
  }, [file, output]);
  useEffect(() => {
    const form = input.current?.form;
    // The browser empties the input after the event.
    const reset = () => setTimeout(actions.reset);
    form?.addEventListener("reset", reset);
    return () => form?.removeEventListener("reset", reset);
  }, [actions]);

  return (
    <>
      <input
        {...part("generate-image-control")}
        {...(output === "file"
          ? { type: "file", accept }
          : { type: "text", value: value && "url" in value ? value.url : "", onChange: ignore })}
        ref={input}
        name={name}
        required={required}
        disabled={disabled}
        autoComplete="off"
        tabIndex={-1}
        aria-hidden="true"
        onInvalid={(event) => {
          event.preventDefault();
          const { form } = event.currentTarget;
          const first = form?.querySelector(":is(input, select, textarea, button):invalid");
          props.onInvalid(first === event.currentTarget);
        }}
      />
      {altName !== undefined && (
        <input type="hidden" name={altName} value={value?.alt ?? ""} disabled={disabled} />
      )}
    </>
  );
}

"use client";
import { forwardRef } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { Model } from "../../../models/defineModel.ts";
import { useParts } from "../../internals/useParts.ts";
import { FieldFrame, type FieldProps } from "../FieldFrame.tsx";
import { inputText } from "../inputText.ts";
import { useFormField } from "../useFormField.ts";
import { isLocalUrl } from "./localUrl.ts";

/** An image field while its code loads. It has the same height, and its text box already accepts a URL. */
export const ImageFieldPlaceholder = forwardRef<HTMLDivElement, FieldProps<Model>>(
  function ImageFieldPlaceholder({ name, ...rest }, ref) {
    const part = useParts(rest.classNames);
    const field = useFormField("ImageField", name);
    const labels = useEasel().labels.form.image;
    const value = inputText(field.value);
    const isHeld = isLocalUrl(value);
    return (
      <FieldFrame
        {...rest}
        ref={ref}
        field={field}
        kind="image"
        group
        renderControl={({ id, ...about }) => (
          <div
            {...part("image-control", "row")}
            data-state="loading"
            data-filled={value === "" ? undefined : ""}
          >
            <div {...part("image-source", "stack")}>
              {value === "" && <p {...part("image-drop", "caption")}>{labels.drop}</p>}
              <div {...part("image-entry", "row")}>
                <button
                  {...part("image-browse", "button")}
                  {...(isHeld ? { id, "aria-describedby": about["aria-describedby"] } : {})}
                  aria-disabled="true"
                >
                  {isHeld ? labels.replace : labels.browse}
                </button>
                {!isHeld && (
                  <input
                    {...about}
                    id={id}
                    autoComplete="off"
                    {...part("image-address", "input")}
                    dir="ltr"
                    inputMode="url"
                    name={name}
                    placeholder={labels.pasteUrl}
                    aria-label={labels.address(field.descriptor.label)}
                    spellCheck={false}
                    type="text"
                    value={value}
                    onChange={({ target }) => field.setValue(target.value.trim())}
                    onBlur={field.onBlur}
                  />
                )}
              </div>
            </div>
          </div>
        )}
      />
    );
  },
);

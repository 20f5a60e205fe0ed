"use client";
import { useState } from "react";
import { useImageUpload } from "../../../hooks/useImageUpload.ts";
import { inputText } from "../inputText.ts";
import type { FormField } from "../useFormField.ts";
import { useObjectUrl } from "./useObjectUrl.ts";

const isDataUrl = (value: string): boolean => /^data:image\//i.test(value);

/** What an image field holds and how it came by it. */
export function useImageSource(field: FormField) {
  const [written, setWritten] = useState(false);
  const [seen, setSeen] = useState<string>();
  const value = inputText(field.value);
  const upload = useImageUpload({
    maxSide: field.descriptor.maxSide,
    onReady: ({ url }) => {
      setSeen(url);
      field.setValue(url);
    },
  });
  const picture = upload.url === value ? upload.picture : undefined;
  const blob = useObjectUrl(picture?.blob);
  const held = isDataUrl(value) || picture !== undefined;

  return {
    value,
    upload,
    /** The picture that the value stands for, where it was made ready here. */
    picture,
    /** The value is a picture that was given here, not an address that somebody wrote. */
    held,
    /** What to draw: an upload is drawn from here, so nothing has to be fetched. */
    shownAs: picture && !isDataUrl(value) ? (blob ?? "") : value,
    /** Whether it may be drawn: an address only once its user has written it to the end, or asked for it. */
    shown: held || value === seen,
    show: setSeen,
    /** Somebody has written the address, or begun to. */
    written,
    write: (address: string): void => {
      upload.reset();
      setWritten(true);
      field.setValue(address);
    },
  };
}

export type ImageSourceState = ReturnType<typeof useImageSource>;

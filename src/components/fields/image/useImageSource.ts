"use client";
import { useEffect, useState } from "react";
import { useImageUpload } from "../../../hooks/useImageUpload.ts";
import { useJobsSelector } from "../../../hooks/useLedgerJobs.ts";
import { isBlobUrl, readBlobUrl } from "../../../images/blobUrl.ts";
import { inputText } from "../inputText.ts";
import type { FormField } from "../useFormField.ts";
import { isDataUrl, isLocalUrl } from "./localUrl.ts";
import { useObjectUrl } from "./useObjectUrl.ts";

/** Returns whether a URL is that of an image that the user generated. The app has already requested that image. */
function useIsResult(value: string): boolean {
  const isValue = ({ url }: { readonly url: string }) =>
    value === (url.startsWith("/") ? location.origin + url : url);
  return useJobsSelector((jobs) =>
    jobs.some(({ result }) => value !== "" && result?.images.some(isValue)),
  );
}

export function useImageSource(field: FormField) {
  const [written, setWritten] = useState(false);
  const [seen, setSeen] = useState<string>();
  const [loaded, setLoaded] = useState<string>();
  const { label } = field.descriptor;
  const value = inputText(field.value);
  const upload = useImageUpload({
    maxSide: field.descriptor.maxSide,
    onReady: ({ url }) => {
      setSeen(url);
      field.setValue(url);
    },
  });
  const image = upload.url === value ? upload.image : undefined;
  const blob = useObjectUrl(image?.blob);
  const isResult = useIsResult(value);
  const held = isLocalUrl(value) || image !== undefined;

  const { upload: send } = upload;
  // A form may be filled with a result of this page, which is uploaded like a file that the user chooses.
  useEffect(() => {
    if (!isBlobUrl(value)) return undefined;
    let isCurrent = true;
    async function uploadOwn(): Promise<void> {
      // An unreadable URL is uploaded as is, which shows an error.
      const source = await readBlobUrl(value).then(
        (file) => new File([file], label, { type: file.type }),
        () => value,
      );
      if (isCurrent) await send(source);
    }
    void uploadOwn();
    return () => {
      isCurrent = false;
    };
  }, [value, label, send]);

  return {
    value,
    upload,
    image,
    held,
    /** Whether the field shows the image instead of the text box for its URL. */
    settled: held || (value !== "" && value === loaded),
    setLoaded,
    shownAs: image && !isDataUrl(value) ? (blob ?? "") : value,
    /** Whether to request the image. A URL that the user neither entered nor generated could be used for tracking. */
    shown: held || isResult || value === seen,
    show: setSeen,
    written,
    write: (address: string): void => {
      upload.reset();
      setWritten(true);
      setLoaded(undefined);
      field.setValue(address);
    },
  };
}

export type ImageSourceState = ReturnType<typeof useImageSource>;

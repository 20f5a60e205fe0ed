"use client";
import { useRef, useState } from "react";
import { useEasel } from "../../hooks/index.ts";
import { inputText } from "./inputText.ts";
import { imageFileLimit, isDataUrl, megabytes, readImageFile } from "./readImageFile.ts";
import type { FormField } from "./useField.ts";

/** What an image field holds and how it came by it. */
export function useImageSource(field: FormField) {
  const words = useEasel().labels.form;
  const latest = useRef<File>(undefined);
  const [file, setFile] = useState<File>();
  const [refusal, setRefusal] = useState<string>();
  const [written, setWritten] = useState(false);
  const [seen, setSeen] = useState<string>();
  const value = inputText(field.value);
  const held = isDataUrl(value);

  async function take(chosen: File | undefined): Promise<void> {
    if (!chosen) return;
    latest.current = chosen;
    const read = await readImageFile(chosen);
    // Another file was chosen meanwhile, or an address written.
    if (latest.current !== chosen) return;
    if ("dataUrl" in read) {
      setRefusal(undefined);
      setFile(chosen);
      field.setValue(read.dataUrl);
      return;
    }
    const refusals = {
      "not-an-image": words.imageNotAnImage(chosen.name),
      "too-large": words.imageTooLarge(megabytes(chosen.size), megabytes(imageFileLimit)),
      unreadable: words.imageUnreadable(chosen.name),
    };
    setRefusal(refusals[read.refused]);
  }

  function write(address: string): void {
    latest.current = undefined;
    setRefusal(undefined);
    setFile(undefined);
    setWritten(true);
    field.setValue(address);
  }

  return {
    value,
    /** The value is the picture itself, not its address. */
    held,
    /** The file that it was read from, when that was here. */
    file,
    /** Why the last file was not taken. */
    refusal,
    /** Somebody has written the address, or begun to. */
    written,
    /** Whether the picture may be drawn: an address only once its user has written it to the end, or asked for it. */
    shown: held || value === seen,
    show: setSeen,
    take,
    write,
  };
}

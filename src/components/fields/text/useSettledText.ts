"use client";
import { useEffect, useState } from "react";
import { usePromptForm } from "../../form-context/PromptFormContext.ts";
import { inputText } from "../inputText.ts";

const pauseMs = 300;

export function useSettledText(name: string): string {
  const { form } = usePromptForm("TextField").modelForm;
  const [text, setText] = useState(() => inputText(form.getValues(name)));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => setText(inputText(form.getValues(name)));
    settle();
    const unsubscribe = form.subscribe({
      name,
      exact: true,
      formState: { values: true },
      callback: () => {
        clearTimeout(timer);
        timer = setTimeout(settle, pauseMs);
      },
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [form, name]);
  return text;
}

"use client";
import { useEffect } from "react";
import { useEasel } from "../../hooks/index.ts";

// By the very words that bundlers replace.
declare const process: { readonly env: { readonly NODE_ENV?: string } };

let isChecked = false;

function check(): void {
  if (isChecked) return;
  isChecked = true;
  if (getComputedStyle(document.documentElement).getPropertyValue("--easel-styles") !== "") return;
  console.warn(
    'Easel: its stylesheet is not in this page, so its parts have no look. Import it once, where your app begins: import "react-easel/styles.css". If the look is all your own, write <EaselProvider unstyled>, and this is not said.',
  );
}

/** Says once, while somebody develops, that the stylesheet was forgotten. Tests have none, and want none. */
export function useStylesheetCheck(): void {
  const { unstyled } = useEasel();
  useEffect(() => {
    if (isChecked || unstyled || process.env.NODE_ENV === "test") return undefined;
    if (document.readyState === "complete") {
      check();
      return undefined;
    }
    window.addEventListener("load", check, { once: true });
    return () => window.removeEventListener("load", check);
  }, [unstyled]);
}

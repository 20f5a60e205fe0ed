"use client";
import { useEffect } from "react";
import { useEasel } from "../../hooks/useEasel.ts";

// Bundlers replace this exact expression.
declare const process: { readonly env: { readonly NODE_ENV?: string } };

let isChecked = false;

function check(): void {
  if (isChecked) return;
  isChecked = true;
  if (getComputedStyle(document.documentElement).getPropertyValue("--easel-styles") !== "") return;
  console.warn(
    'Easel: the stylesheet is missing, so the parts are unstyled. Import it once, where your app starts: import "react-easel/styles.css", or "react-easel/styles.unlayered.css" if your own CSS is in no cascade layer. If you style the parts yourself, write <EaselProvider unstyled> and this warning goes away.',
  );
}

function useCheck(): void {
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

/** Warns once if the stylesheet is missing. Removed from production bundles. */
export const useStylesheetCheck = process.env.NODE_ENV === "production" ? () => {} : useCheck;

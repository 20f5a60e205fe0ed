"use client";
import { useEffect } from "react";
import { useEasel } from "../../hooks/useEasel.ts";

// Bundlers replace `process.env.NODE_ENV` only in this exact form.
declare const process: { readonly env: { readonly NODE_ENV?: string } };

let isChecked = false;

function check(): void {
  if (isChecked) return;
  isChecked = true;
  if (getComputedStyle(document.documentElement).getPropertyValue("--easel-styles") !== "") return;
  console.warn(
    'Easel: the stylesheet is missing, so components are unstyled. Import "react-easel/styles.css" once in your app\'s entry file, or "react-easel/styles.unlayered.css" if your own CSS isn\'t in a cascade layer. If you style the components yourself, use <EaselProvider unstyled> to hide this warning.',
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

/** Warns once if the stylesheet is missing. The check is removed from production bundles. */
export const useStylesheetCheck = process.env.NODE_ENV === "production" ? () => {} : useCheck;

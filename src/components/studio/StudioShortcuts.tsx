"use client";
import { useEffect } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { useStableActions } from "../../hooks/useStableActions.ts";
import { useLoadedPart } from "../internals/useLoadedPart.ts";
import { StudioAction } from "./StudioAction.tsx";

const load = async () => (await import("./StudioShortcutsDialog.tsx")).StudioShortcutsDialog;

export function StudioShortcuts() {
  const { labels } = useEasel();
  const { Part: Dialog, hasFailed, open, close } = useLoadedPart(load);
  const actions = useStableActions({ open: () => open() });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "/" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      event.preventDefault();
      actions.open();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [actions]);

  return (
    <>
      <StudioAction
        icon="keyboard"
        word={labels.studio.shortcuts}
        failure={hasFailed ? labels.result.errors.not_loaded : ""}
        aria-keyshortcuts="Control+/ Meta+/"
        data-action="shortcuts"
        onClick={actions.open}
      />
      {Dialog && <Dialog onClose={close} />}
    </>
  );
}

"use client";
import { useState, type RefObject } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import type { Model } from "../../models/defineModel.ts";
import { useParts } from "../internals/useParts.ts";
import { offerModule } from "./offerModule.ts";
import type { useDroppedRecipe } from "./useDroppedRecipe.ts";

interface RecipeDropProps extends Pick<ReturnType<typeof useDroppedRecipe>, "dropped" | "close"> {
  readonly model: Model;
  readonly start: RefObject<HTMLDivElement | null>;
}

export function RecipeDrop({ model, start, dropped, close }: RecipeDropProps) {
  const part = useParts();
  const labels = useEasel().labels.prompt;
  const [announcement, setAnnouncement] = useState("");
  const Offer = offerModule.loaded()?.RecipeOffer;
  return (
    <div ref={start} {...part("recipe-drop")}>
      {Offer && dropped !== undefined && dropped !== "none" && (
        <Offer
          model={model}
          pasted={dropped}
          onClose={close}
          onDone={(message = "") => setAnnouncement(message)}
        />
      )}
      <span
        aria-live="polite"
        {...part("recipe-drop-status", dropped === "none" ? "caption" : "live")}
        data-seen={dropped === "none" ? "" : undefined}
      >
        {dropped === "none" ? labels.recipeNone : announcement}
      </span>
    </div>
  );
}

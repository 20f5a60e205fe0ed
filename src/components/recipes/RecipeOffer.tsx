"use client";
import { useEffect, useId, useRef, type KeyboardEvent } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import type { Model } from "../../models/defineModel.ts";
import { describeFields } from "../../models/describeFields.ts";
import type { Recipe } from "../../models/recipes/readRecipe.ts";
import { useParts } from "../internals/useParts.ts";
import type { PastedRecipe } from "./askToFill.ts";

interface RecipeOfferProps {
  readonly model: Model;
  readonly pasted: PastedRecipe;
  readonly onDone: (words?: string) => void;
  readonly onClose: () => void;
}

/** Returns whether a setting isn't worth listing, because it's empty, a version, or a hash. */
const isTechnical = ({ name, text }: Recipe["unused"][number]): boolean =>
  /^version$|hash(es)?$/i.test(name) || /^(\[\]|\{\}|null)?$/.test(text);

const mostChars = 40;
const short = (text: string): string =>
  text.length > mostChars ? `${text.slice(0, mostChars)}…` : text;

/** Maximum number of settings to list. A malicious file can contain any number of settings. */
const mostNames = 20;

function unusedNames({ unused }: Recipe, more: (count: number) => string): readonly string[] {
  const listed = unused.filter((one) => !isTechnical(one));
  const names = listed.slice(0, mostNames);
  const rest = listed.length - names.length;
  return [
    ...names.map(({ name, text }) => `${short(name)} (${short(text)})`),
    ...(rest > 0 ? [more(rest)] : []),
  ];
}

export function RecipeOffer({ model, pasted, onDone, onClose }: RecipeOfferProps) {
  const part = useParts();
  const labels = useEasel().labels.prompt;
  const id = useId();
  const first = useRef<HTMLButtonElement>(null);
  const { phase, recipe } = pasted;
  const fields = describeFields(model).filter(
    ({ name, kind }) => kind !== "hidden" && Object.hasOwn(recipe.values, name),
  );
  const unused = unusedNames(recipe, labels.recipeMore);
  const isAsking = phase === "asking";

  useEffect(() => {
    if (isAsking && recipe) first.current?.focus();
  }, [isAsking, recipe]);

  function finish(act: () => void, message?: string): void {
    act();
    onDone(message);
  }

  function handleKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    finish(onClose);
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- its role is "dialog" or "group"
    <div
      {...part("recipe-offer", "stack")}
      data-phase={phase}
      role={isAsking ? "dialog" : "group"}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-words`}
      onKeyDown={handleKeyDown}
    >
      <p {...part("recipe-offer-title", "strong")} id={`${id}-title`}>
        {isAsking ? labels.recipeQuestion : labels.recipeFilled(fields.length)}
      </p>
      <div {...part("recipe-offer-words", "caption")} id={`${id}-words`}>
        {isAsking && (
          <>
            <p>{labels.recipeFields(fields.map(({ label }) => label))}</p>
            <p>{labels.recipeRest}</p>
          </>
        )}
        {unused.length > 0 && <p>{labels.recipeUnused(unused)}</p>}
      </div>
      <div {...part("recipe-offer-actions", "row")}>
        {isAsking ? (
          <>
            <button
              {...part("recipe-fill", "button-primary")}
              ref={first}
              onClick={() => finish(pasted.fill, labels.recipeFilled(fields.length))}
            >
              {labels.recipeFill}
            </button>
            <button
              {...part(pasted.paste ? "recipe-paste" : "recipe-dismiss", "button")}
              onClick={() => finish(pasted.paste ?? onClose)}
            >
              {pasted.paste ? labels.recipePaste : labels.recipeDismiss}
            </button>
          </>
        ) : (
          <>
            <button
              {...part("recipe-undo", "button")}
              onClick={() => finish(pasted.undo, labels.recipeUndone)}
            >
              {labels.recipeUndo}
            </button>
            <button {...part("recipe-dismiss", "button")} onClick={() => finish(onClose)}>
              {labels.recipeDismiss}
            </button>
          </>
        )}
      </div>
    </div>
  );
}

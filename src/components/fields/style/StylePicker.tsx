"use client";
import { forwardRef, useRef, type JSX, type RefAttributes } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { useFavorites } from "../../../hooks/useFavorites.ts";
import { useRecentTexts } from "../../../hooks/useRecentTexts.ts";
import type { CatalogModel } from "../../../models/catalog/catalog.ts";
import type { Model } from "../../../models/defineModel.ts";
import type { FieldOption } from "../../../models/describeField.ts";
import { useLazyModule } from "../../internals/useLazyModule.ts";
import { useLazyPopup } from "../../internals/useLazyPopup.ts";
import { useParts } from "../../internals/useParts.ts";
import { FieldFrame, type NamedFieldProps } from "../FieldFrame.tsx";
import { findOption, optionLabel } from "../fieldOptions.ts";
import { inputText } from "../inputText.ts";
import { useFormField } from "../useFormField.ts";
import { styleListModule } from "./styleListModule.ts";
import { StylePopover } from "./StylePopover.tsx";
import { stylePopupModule } from "./stylePopupModule.ts";
import type { RenderPreview } from "./StylePreview.tsx";
import type { StylePreviews } from "./StylePreviewsContext.ts";
import { useStylePreviews } from "./useStylePreviews.ts";

export interface StylePickerProps<M extends Model = CatalogModel> extends NamedFieldProps<M> {
  /** `"popover"` renders a button that opens the list; `"inline"` renders the list in the page. @default "popover" */
  readonly variant?: "popover" | "inline" | undefined;
  /** Images of the styles. @default those of the nearest `StylePreviewsProvider`, or none */
  readonly previews?: StylePreviews | undefined;
  /** Renders a style's preview. Return `undefined` for its image in `previews`. Pass a stable function to avoid re-renders. */
  readonly renderPreview?: RenderPreview | undefined;
  /** Values of favorite styles. @default the favorites that the provider stores for each `userKey` */
  readonly favorites?: readonly string[] | undefined;
  readonly onFavoritesChange?: ((favorites: readonly string[]) => void) | undefined;
}

/** Field for the style, with categories, fuzzy search, favorites, and recents. Accepts any name if the model does. */
export const StylePicker = forwardRef<HTMLDivElement, StylePickerProps<Model>>(
  function StylePicker(props, ref) {
    const { name = "style", variant = "popover", renderPreview, ...others } = props;
    const part = useParts(others.classNames);
    const { favorites: given, onFavoritesChange, previews: ownPreviews, ...rest } = others;
    const field = useFormField("StylePicker", name);
    const { labels } = useEasel();
    const kept = useFavorites(name);
    const recents = useRecentTexts(name, 12);
    const { previews, retry } = useStylePreviews(ownPreviews);
    const control = useRef<HTMLDivElement>(null);
    const popup = useLazyPopup(stylePopupModule);
    const inline = useLazyModule(styleListModule, variant === "inline");
    const { label, open, required, default: preset, options = [] } = field.descriptor;
    const favorites = given ?? kept.favorites;
    const value = inputText(field.value);
    const known = findOption(options, value);
    const none: FieldOption = {
      value: "",
      label: required ? labels.form.choose : labels.form.modelDefault,
    };
    const all = preset === undefined && !required ? [none, ...options] : options;
    const current = known ?? (value === "" ? none : { value });
    const isFavorite = favorites.includes(value);

    function toggleFavorite(): void {
      if (given === undefined) kept.toggle(value);
      onFavoritesChange?.(
        isFavorite ? favorites.filter((one) => one !== value) : [...favorites, value],
      );
    }

    const list = {
      label,
      options: all,
      open,
      value,
      onSelect: (chosen: string) => field.setValue(findOption(options, chosen)?.value ?? chosen),
      favorites,
      recents,
      renderPreview,
      previews,
      inSight: variant === "inline" ? 24 : 15,
    };
    const star = known && (
      <button
        {...part("style-favorite-toggle", "button-bare")}
        aria-pressed={isFavorite}
        aria-label={labels.form.toggleFavorite(optionLabel(known))}
        title={labels.form.favorite}
        onClick={toggleFavorite}
      />
    );

    return (
      <FieldFrame
        {...rest}
        ref={ref}
        field={
          popup.hasFailed
            ? { ...field, warnings: [...field.warnings, labels.result.errors.not_loaded] }
            : field
        }
        kind="style"
        group={inline !== undefined}
        note={value !== "" && !known ? labels.form.uncheckedValue(value) : undefined}
        renderControl={({ id, "aria-describedby": describedBy }) =>
          inline ? (
            <div {...part("style-inline")}>
              <inline.StyleList {...list} id={id} describedBy={describedBy} />
              {star}
            </div>
          ) : (
            <div {...part("style-control", "line")} ref={control}>
              <StylePopover
                id={id}
                describedBy={describedBy}
                current={current}
                popup={popup}
                list={list}
                anchor={control}
                onOpen={retry}
                onClose={field.onBlur}
              >
                {star}
              </StylePopover>
            </div>
          )
        }
      />
    );
  },
) as unknown as <M extends Model = CatalogModel>(
  props: StylePickerProps<M> & RefAttributes<HTMLDivElement>,
) => JSX.Element;

"use client";
import { forwardRef, useRef, type ComponentType, type RefAttributes, type RefObject } from "react";
import { lazyModule } from "../../client/lazyModule.ts";
import type { Model } from "../../models/defineModel.ts";
import type { FieldComponent, FieldProps } from "../fields/FieldFrame.tsx";
import { ImageFieldPlaceholder } from "../fields/image/ImageFieldPlaceholder.tsx";
import { usePromptForm } from "../form-context/PromptFormContext.ts";
import { useLazyModule } from "../internals/useLazyModule.ts";
import { useKeptFocus, type KeptFocus } from "./useKeptFocus.ts";

/** Lazy module with the image field. Only a form with an input image loads it. */
export const imageFieldModule = lazyModule(() => import("../fields/image/ImageField.tsx"));

type Props = FieldProps<Model>;

interface FieldWithFocusProps extends Props {
  readonly field: ComponentType<Props & RefAttributes<HTMLDivElement>>;
  readonly keptFocus: RefObject<KeptFocus | undefined>;
}

const FieldWithFocus = forwardRef<HTMLDivElement, FieldWithFocusProps>(function FieldWithFocus(
  { field: Field, keptFocus, ...props },
  ref,
) {
  useKeptFocus(usePromptForm("ImageField").id, keptFocus);
  return <Field {...props} ref={ref} />;
});

/** Renders an `ImageField`, and a placeholder while its code loads. Keeps focus when the field replaces the placeholder. */
export const LazyImageField = forwardRef<HTMLDivElement, Props>(
  function LazyImageField(props, ref) {
    const loaded = useLazyModule(imageFieldModule, true);
    const keptFocus = useRef<KeptFocus>(undefined);
    return (
      <FieldWithFocus
        {...props}
        // A new key unmounts the placeholder, whose cleanup reads the focus.
        key={loaded ? "loaded" : "loading"}
        field={loaded?.ImageField<Model> ?? ImageFieldPlaceholder}
        keptFocus={keptFocus}
        ref={ref}
      />
    );
  },
) as unknown as FieldComponent;

"use client";
import {
  forwardRef,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type JSX,
  type RefAttributes,
} from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { useGenerate } from "../../hooks/useGenerate.ts";
import { useStableActions } from "../../hooks/useStableActions.ts";
import type { ImageType } from "../../images/surface.ts";
import type { Model } from "../../models/defineModel.ts";
import { useFileDrop } from "../fields/image/useFileDrop.ts";
import { ClassNamesProvider } from "../internals/ClassNamesProvider.tsx";
import { contentOf, Part } from "../internals/Part.tsx";
import { useImageLabels } from "../internals/useImageLabels.ts";
import { useLoadedPart } from "../internals/useLoadedPart.ts";
import { useParts } from "../internals/useParts.ts";
import { useStableObject } from "../internals/useStableObject.ts";
import type { GeneratedImage, ImageDraft } from "./context/generatedImage.ts";
import { GenerateImageContext } from "./context/GenerateImageContext.ts";
import { useGenerateImageLabels } from "./context/useGenerateImageLabels.ts";
import { FormControl } from "./FormControl.tsx";
import { GenerateImagePreview } from "./GenerateImagePreview.tsx";
import type { GenerateImageRootProps, ImageRequirements } from "./generateImageProps.ts";
import { GenerateImageRemove } from "./GenerateImageRemove.tsx";
import { GenerateImageTrigger } from "./GenerateImageTrigger.tsx";
import { GenerateImageUpload } from "./GenerateImageUpload.tsx";
import { useImageValue } from "./useImageValue.ts";

const loadDialog = async () =>
  (await import("./dialog/GenerateImageDialog.tsx")).GenerateImageDialog;

const allTypes: readonly ImageType[] = ["image/png", "image/jpeg", "image/webp"];
const noClassNames = {};

const baseName = ({ name }: File): string => name.replace(/\.[a-z0-9]+$/i, "") || "image";

/** Returns the required size and aspect ratio. */
function shapeOf({ width, height, aspectRatio }: ImageRequirements) {
  const asked = aspectRatio ?? (width && height ? width / height : undefined);
  const across = width ?? (height && asked ? Math.round(height * asked) : undefined);
  const down = height ?? (width && asked ? Math.round(width / asked) : undefined);
  return across && down
    ? { ratio: across / down, size: { width: across, height: down } }
    : { ratio: asked, size: undefined };
}

/**
 * Field of your form whose value is an image that the user generates in a dialog. Renders a `<div role="group">` with a
 * preview and buttons. Label it with `aria-label` or `aria-labelledby`. Accepts the props of React Hook Form's
 * `Controller`, and adds a file input to a native form.
 *
 * @example
 * <form action="/profile" method="post" encType="multipart/form-data">
 *   <GenerateImage.Root model={sdxlTorch} name="avatar" aria-label="Avatar" width={512} height={512} />
 *   <button>Save</button>
 * </form>
 */
export const GenerateImageRoot = forwardRef<HTMLDivElement, GenerateImageRootProps>(
  function GenerateImageRoot(allProps, ref) {
    const { model, name, altName, scope, defaultValues, fields, ...others } = allProps;
    const { output = "file", storeFile, value: given, defaultValue, onChange, ...more } = others;
    const { width, height, aspectRatio, accept = allTypes, maxBytes = Infinity, ...rest } = more;
    const { allowUpload = false, required = false, disabled = false, onBlur, ...props } = rest;
    const part = useParts(props.classNames);
    const image = useImageLabels();
    const { result } = useEasel().labels;
    const labels = useGenerateImageLabels();
    const errorId = useId();
    const root = useRef<HTMLDivElement>(null);
    useImperativeHandle(ref, () => root.current as HTMLDivElement);
    const held = useImageValue({
      value: given,
      defaultValue,
      onChange: onChange as ((value: GeneratedImage | null) => void) | undefined,
    });
    const { value } = held;
    const run = useGenerate(model, {
      scope: scope ?? ["generate-image", ...(name === undefined ? [] : [name])].join("-"),
    });
    const dialog = useLoadedPart(loadDialog);
    const [draft, setDraft] = useState<ImageDraft>();
    const [notice, setNotice] = useState("");
    const [isMissing, setIsMissing] = useState(false);

    const focusTrigger = () =>
      root.current?.querySelector<HTMLElement>('[aria-haspopup="dialog"]')?.focus();

    function open(next?: ImageDraft): void {
      setDraft(next);
      setNotice("");
      dialog.open();
    }

    function change(next: GeneratedImage | null): void {
      held.change(next);
      setIsMissing(false);
      setNotice(next ? labels.added : labels.removed);
      // The button that removes the image unmounts.
      if (!next) focusTrigger();
    }

    const takeFile = (file: File) =>
      open({ blob: file, name: baseName(file), alt: "", settings: undefined });
    const actions = useStableActions({ open, change, takeFile });
    const drop = useFileDrop(props, (dropped) => {
      if (dropped instanceof File) takeFile(dropped);
    });
    const isDroppable = allowUpload && !disabled;

    const describedBy =
      [props["aria-describedby"], isMissing && errorId].filter(Boolean).join(" ") || undefined;
    const { ratio, size } = shapeOf({ width, height, aspectRatio });
    const state = useStableObject({
      value,
      model,
      run,
      defaultValues,
      fields,
      size,
      ratio,
      accept,
      maxBytes,
      storeFile,
      allowUpload,
      disabled,
      describedBy,
      ...actions,
    });
    const ended = {
      completed: labels.ready,
      failed: result.empty.failed,
      unknown: result.empty.unknown,
    };
    const news = run.isPending ? labels.pending : ended[run.status as keyof typeof ended];
    const shownNews = dialog.Part ? undefined : dialog.hasFailed ? result.errors.not_loaded : news;

    return (
      <GenerateImageContext.Provider value={state}>
        <Part
          as="div"
          partName="generate-image"
          kind="root"
          state={{
            empty: !value,
            disabled,
            invalid: isMissing || Boolean(props["aria-invalid"]),
            dragging: isDroppable && drop.dragging,
            status: run.status,
          }}
          role="group"
          // A form library focuses the field's ref if the field has an error.
          tabIndex={-1}
          own={{
            ...props,
            ...(isDroppable && drop.handlers),
            "aria-invalid": isMissing || props["aria-invalid"],
          }}
          aria-describedby={describedBy}
          onFocus={({ target, currentTarget }) => {
            if (target === currentTarget) focusTrigger();
          }}
          onBlur={(event) => {
            const isInside = event.currentTarget.contains(event.relatedTarget);
            if (!isInside && !dialog.Part) onBlur?.(event);
          }}
          ref={root}
        >
          {contentOf(props) ?? (
            <>
              <GenerateImagePreview />
              <div {...part("generate-image-actions", "row")}>
                <GenerateImageTrigger />
                <GenerateImageUpload />
                <GenerateImageRemove />
              </div>
            </>
          )}
          <p role="status" {...part("generate-image-status", shownNews ? "caption" : "live")}>
            {shownNews ?? (dialog.Part ? "" : notice)}
          </p>
          {isMissing && (
            <p {...part("generate-image-error")} id={errorId}>
              {labels.required}
            </p>
          )}
          {isDroppable && drop.dragging && (
            <p {...part("image-drop-here")} aria-hidden="true">
              {image.dropHere}
            </p>
          )}
          <FormControl
            {...{ name, altName, output, value, required, disabled }}
            accept={accept.join(",")}
            onInvalid={(isFirst) => {
              setIsMissing(true);
              if (isFirst) focusTrigger();
            }}
            onReset={() => {
              held.reset();
              setIsMissing(false);
              setNotice("");
            }}
          />
        </Part>
        {dialog.Part && (
          <ClassNamesProvider classNames={props.classNames ?? noClassNames}>
            <dialog.Part near={root.current} draft={draft} onClose={dialog.close} />
          </ClassNamesProvider>
        )}
      </GenerateImageContext.Provider>
    );
  },
) as unknown as <M extends Model>(
  props: GenerateImageRootProps<M> & RefAttributes<HTMLDivElement>,
) => JSX.Element;

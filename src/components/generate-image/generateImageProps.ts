import type { FocusEvent } from "react";
import type { ImageType } from "../../images/surface.ts";
import type { Model } from "../../models/defineModel.ts";
import type { FieldName, FormValues } from "../../models/formValues.ts";
import type { PartProps } from "../internals/Part.tsx";
import type { GeneratedFile, GeneratedUrl } from "./context/generatedImage.ts";

interface ValueProps<Value> {
  /** Value of a controlled field. `null` if the field is empty. */
  readonly value?: Value | null | undefined;
  /** Initial value of an uncontrolled field, to which a reset of the form returns. @default null */
  readonly defaultValue?: Value | null | undefined;
  readonly onChange?: ((value: Value | null) => void) | undefined;
}

interface FileOutput extends ValueProps<GeneratedFile> {
  /** Kind of value: a `File`, or the URL at which your app stores the file. @default "file" */
  readonly output?: "file" | undefined;
  readonly storeFile?: undefined;
}

interface UrlOutput extends ValueProps<GeneratedUrl> {
  readonly output: "url";
  /** Stores the file and returns its URL. Called when the user accepts an image, and again if the user retries. */
  readonly storeFile: (file: File) => Promise<string>;
}

/** Size, type, and file size that the field requires. */
export interface ImageRequirements {
  /** Required width in pixels. Requires `height` or `aspectRatio`. */
  readonly width?: number | undefined;
  /** Required height in pixels. Requires `width` or `aspectRatio`. */
  readonly height?: number | undefined;
  /** Required aspect ratio (width divided by height). Users choose the crop. @default width / height */
  readonly aspectRatio?: number | undefined;
  /** Accepted types. Images of other types are converted. @default PNG, JPEG, and WebP */
  readonly accept?: readonly ImageType[] | undefined;
  /** Maximum file size in bytes. Larger images are compressed. @default Infinity */
  readonly maxBytes?: number | undefined;
}

interface FieldOptions<M extends Model> extends ImageRequirements {
  readonly model: M;
  /** Name of the field in the form. Native form data contains the `File` or URL under this name. */
  readonly name?: string | undefined;
  /** Name under which native form data contains the alt text. */
  readonly altName?: string | undefined;
  /** Scope of the jobs. Fields with the same scope share their jobs. @default "generate-image" with the field's name */
  readonly scope?: string | undefined;
  /** Initial values of the dialog's form. @default the model's initial values, with a blank prompt */
  readonly defaultValues?: FormValues<NoInfer<M>> | undefined;
  /** Names of the fields in the dialog. @default the prompt, starting image, style, samples, and required fields */
  readonly fields?: readonly FieldName<NoInfer<M>>[] | undefined;
  /** Whether users can also choose or drop their own file. @default false */
  readonly allowUpload?: boolean | undefined;
  /** Whether the native form requires an image. @default false */
  readonly required?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Called when focus leaves the field, but not when it moves to the field's dialog. */
  readonly onBlur?: ((event: FocusEvent<HTMLDivElement>) => void) | undefined;
}

export type GenerateImageRootProps<M extends Model = Model> = FieldOptions<M> &
  (FileOutput | UrlOutput) &
  Omit<PartProps<"div">, "defaultValue" | "onBlur" | "onChange">;

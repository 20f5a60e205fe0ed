export interface ImageSettings {
  readonly modelId: string;
  /** Input of the job, with the seed that was used. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Ticket of the job. To verify it on your server, use `handler.readTicket`. */
  readonly requestId?: string | undefined;
  /** Index of the image among the job's images. */
  readonly imageIndex?: number | undefined;
}

interface ImageFacts {
  /** Alt text. Empty if the image is decorative. */
  readonly alt: string;
  /** Width in pixels. */
  readonly width: number;
  /** Height in pixels. */
  readonly height: number;
  /** Settings of the generation. Undefined if the user uploaded the image. */
  readonly settings?: ImageSettings | undefined;
}

/** Value of a `GenerateImage` field. */
export interface GeneratedFile extends ImageFacts {
  readonly file: File;
}

/** Value of a `GenerateImage` field with `output="url"`. */
export interface GeneratedUrl extends ImageFacts {
  /** URL that `storeFile` returned. */
  readonly url: string;
}

export type GeneratedImage = GeneratedFile | GeneratedUrl;

/** Image to finish: a generated image or the user's own file. */
export interface ImageDraft {
  readonly blob: Blob;
  /** File name without an extension. */
  readonly name: string;
  readonly alt: string;
  readonly settings: ImageSettings | undefined;
}

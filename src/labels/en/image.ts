import { digits } from "./grammar.ts";

export const image = {
  dropHere: "Drop the image here",
  camera: "Take a photo",
  remove: "Remove",
  show: "Show preview",
  alt: (field: string) => `${field}: preview`,
  previewUnavailable:
    "This image can’t be previewed here. The image service may still be able to use it.",
  fetchedByService: "The image service downloads this image when you generate.",

  unnamed: "Pasted image",
  imageInfo: (width: number, height: number, size: string) =>
    `${digits(width)} × ${digits(height)}, ${size}`,
  resized: (before: string, after: string) => `${before} → ${after}`,

  steps: {
    checking: "Checking the image…",
    shrinking: "Resizing…",
    uploading: "Uploading…",
  },
  uploaded: (percent: string) => `Uploading, ${percent}`,
  stillPreparing: "The image is still being prepared.",
  cancel: "Cancel",
  tryAgain: "Try again",
  dismiss: "Dismiss",
  /** Messages by failure code, with the reason and the fix. The `upload` message is followed by the error's message. */
  failures: {
    "not-an-image": (name: string) =>
      `“${name}” isn’t a supported image. Choose a PNG, JPEG, WebP, AVIF, or GIF file.`,
    heic: (name: string) =>
      `“${name}” is a HEIC photo, which this browser can’t read. Save it as a JPEG first, or set your camera to “Most Compatible”.`,
    "too-many-pixels": (name: string) =>
      `“${name}” is too large for this device. Resize it and try again.`,
    unreadable: (name: string) =>
      `“${name}” couldn’t be read. It may be damaged or too large for this device. Choose another file or a smaller copy.`,
    empty: (name: string) => `“${name}” is empty. Choose another file.`,
    "not-an-address": (_name: string) =>
      "This isn’t an image URL. Image URLs start with https:// or http://.",
    upload: (name: string) => `“${name}” couldn’t be uploaded.`,
  },

  crop: "Crop",
  cropFrame: "Crop area",
  cropHint: "Drag or use the arrow keys to move. Pinch or press + and − to zoom.",
  cropMove: { left: "Move left", right: "Move right", up: "Move up", down: "Move down" },
  cropShape: "Aspect ratio",
  cropFull: "Original",
  cropRatio: (width: number, height: number) => `${digits(width)}:${digits(height)}`,
  cropZoom: "Zoom",
  /** Position of the crop area in percent, announced after the user moves the area with the keyboard. */
  cropPosition: (fromLeft: string, fromTop: string) =>
    `${fromLeft} from the left, ${fromTop} from the top`,
  cropApply: "Apply crop",
};

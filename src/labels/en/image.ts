import { digits } from "./grammar.ts";

export const image = {
  address: (field: string) => `${field}: address`,
  drop: "Drop or paste a picture here, give its address, or choose a file.",
  dropHere: "Drop the picture here",
  browse: "Choose a file",
  camera: "Take a photo",
  replace: "Replace",
  remove: "Remove",
  show: "Show preview",
  alt: (field: string) => `${field}: preview`,
  previewUnavailable: "This address can’t be shown here. The service may still be able to read it.",
  fetchedByService: "The service fetches this address when you generate.",

  unnamed: "Pasted picture",
  imageInfo: (width: number, height: number, size: string) =>
    `${digits(width)} × ${digits(height)}, ${size}`,
  resized: (before: string, after: string) => `${before} → ${after}`,

  steps: {
    checking: "Checking the picture…",
    shrinking: "Making it fit the model…",
    uploading: "Uploading…",
  },
  uploaded: (percent: string) => `Uploading, ${percent}`,
  stillPreparing: "The picture is still being prepared.",
  cancel: "Cancel",
  tryAgain: "Try again",
  dismiss: "Dismiss",
  /** Reason and fix. For `upload`, the error's message follows. */
  failures: {
    "not-an-image": (name: string) =>
      `“${name}” is not a picture that can be used. Choose a PNG, JPEG, WebP, AVIF or GIF file.`,
    heic: (name: string) =>
      `“${name}” is a HEIC photo, which this browser can’t read. Save it as JPEG first, or set the camera to “Most compatible”.`,
    "too-many-pixels": (name: string) =>
      `“${name}” has more pixels than fit into memory here. Make it smaller in a photo app, then choose it again.`,
    unreadable: (name: string) =>
      `“${name}” could not be read: it is damaged, or too large for this device. Choose another file, or a smaller copy.`,
    empty: (name: string) => `“${name}” is empty. Choose it again, or another file.`,
    "not-an-address": (_name: string) =>
      "This is no address of a picture. One begins with https:// or http://.",
    upload: (name: string) => `“${name}” could not be uploaded.`,
  },

  crop: "Crop",
  cropFrame: "Part of the picture",
  cropHint: "Drag, or use the arrow keys, to move; pinch, or + and −, to zoom.",
  cropShape: "Shape",
  cropFull: "Whole",
  cropRatio: (width: number, height: number) => `${digits(width)}:${digits(height)}`,
  cropZoom: "Zoom",
  /** Percentages, announced after keyboard moves. */
  cropPosition: (fromLeft: string, fromTop: string) =>
    `${fromLeft} from the left, ${fromTop} from the top`,
  cropApply: "Use this part",
};

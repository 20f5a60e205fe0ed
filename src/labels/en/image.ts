import { createGrammar } from "../createGrammar.ts";
import type { Labels } from "../labels.ts";

const { digits } = createGrammar("en");

export const image: Labels["image"] = {
  address: (field) => `${field}: address`,
  drop: "Drop or paste a picture here, give its address, or choose a file.",
  dropHere: "Drop the picture here",
  browse: "Choose a file",
  camera: "Take a photo",
  replace: "Replace",
  remove: "Remove",
  show: "Show preview",
  alt: (field) => `${field}: preview`,
  previewUnavailable: "This address can’t be shown here. The service may still be able to read it.",
  fetchedByService: "The service fetches this address when you generate.",

  unnamed: "Pasted picture",
  imageInfo: (width, height, size) => `${digits(width)} × ${digits(height)}, ${size}`,
  resized: (before, after) => `${before} → ${after}`,

  steps: {
    checking: "Checking the picture…",
    shrinking: "Making it fit the model…",
    uploading: "Uploading…",
  },
  uploaded: (percent) => `Uploading, ${percent}`,
  stillPreparing: "The picture is still being prepared.",
  cancel: "Cancel",
  tryAgain: "Try again",
  dismiss: "Dismiss",
  failures: {
    "not-an-image": (name) =>
      `“${name}” is not a picture that can be used. Choose a PNG, JPEG, WebP, AVIF or GIF file.`,
    heic: (name) =>
      `“${name}” is a HEIC photo, which this browser can’t read. Save it as JPEG first, or set the camera to “Most compatible”.`,
    "too-many-pixels": (name) =>
      `“${name}” has more pixels than fit into memory here. Make it smaller in a photo app, then choose it again.`,
    unreadable: (name) =>
      `“${name}” could not be read: it is damaged, or too large for this device. Choose another file, or a smaller copy.`,
    empty: (name) => `“${name}” is empty. Choose it again, or another file.`,
    "not-an-address": () => "This is no address of a picture. One begins with https:// or http://.",
    upload: (name) => `“${name}” could not be uploaded.`,
  },

  crop: "Crop",
  cropFrame: "Part of the picture",
  cropHint: "Drag, or use the arrow keys, to move; pinch, or + and −, to zoom.",
  cropShape: "Shape",
  cropFull: "Whole",
  cropRatio: (width, height) => `${digits(width)}:${digits(height)}`,
  cropZoom: "Zoom",
  cropPosition: (fromLeft, fromTop) => `${fromLeft} from the left, ${fromTop} from the top`,
  cropApply: "Use this part",
};

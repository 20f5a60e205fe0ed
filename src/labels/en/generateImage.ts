import { digits } from "./grammar.ts";

export const generateImage = {
  generate: "Generate an image",
  change: "Change",
  required: "Add an image.",
  noAlt: "No alt text",
  added: "Image added.",
  removed: "Image removed.",
  pending: "Your image is still being generated.",
  showProgress: "Show progress",
  ready: "Your image is ready.",
  showImages: "Choose image",

  keepsRunning: "You can close this dialog. Your image will keep generating.",
  choices: "Generated images",
  next: "Continue",
  readFailed: "The image couldn’t be loaded. Check your connection, then try again.",

  finish: "Finish your image",
  outputSize: (width: number, height: number) => `${digits(width)} × ${digits(height)} px`,
  enlarged: (width: number, height: number) =>
    `This area is smaller than ${digits(width)} × ${digits(height)} px. The image will be enlarged and may look blurry.`,
  alt: "Alt text",
  altHelp: "Describe the image for people who can’t see it. Leave blank if it’s decorative.",
  back: "Back",
  use: "Use image",
  tooManyBytes: (size: string) =>
    `The image is larger than ${size}, even after compression. Choose another image.`,
  storeFailed: "The image couldn’t be saved. Try again.",
};

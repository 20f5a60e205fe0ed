import { sandboxFaults } from "react-easel/sandbox";
import type { GlobalName } from "./initialGlobals.ts";

interface Option {
  readonly value: string;
  readonly title: string;
  readonly description?: string;
}

/** A menu in the toolbar. */
export interface GlobalMenu {
  readonly label: string;
  /** Text of the button while the default is selected. */
  readonly title: string;
  readonly initial: string;
  readonly options: Option[];
}

export const globalTypes: Readonly<Record<GlobalName, GlobalMenu>> = {
  theme: {
    label: "Theme",
    title: "Theme",
    initial: "System",
    options: [
      { value: "light", title: "Light" },
      { value: "dark", title: "Dark" },
    ],
  },
  language: {
    label: "Language",
    title: "EN",
    initial: "English",
    options: [
      { value: "de", title: "Deutsch" },
      { value: "es", title: "Español" },
      { value: "ja", title: "日本語" },
      { value: "ar", title: "العربية" },
    ],
  },
  direction: {
    label: "Direction",
    title: "Direction",
    initial: "From the language",
    options: [
      { value: "ltr", title: "Left to right" },
      { value: "rtl", title: "Right to left" },
    ],
  },
  density: {
    label: "Density",
    title: "Density",
    initial: "Comfortable",
    options: [{ value: "compact", title: "Compact" }],
  },
  network: {
    label: "Network",
    title: "Network",
    initial: "No fault",
    options: [
      {
        value: "slow-network",
        title: "Slow network",
        description: "Each request takes two seconds more.",
      },
      ...sandboxFaults.map(({ name, description }) => ({ value: name, title: name, description })),
    ],
  },
  step: {
    label: "Fault at",
    title: "At submit",
    initial: "Submit",
    options: [
      { value: "status", title: "At each poll" },
      { value: "result", title: "At the result" },
    ],
  },
  backend: {
    label: "Backend",
    title: "Backend",
    initial: "The story’s",
    options: [
      { value: "page", title: "In the page" },
      { value: "http", title: "Dev server, over HTTP" },
    ],
  },
};

import type { Preview } from "@storybook/react-vite";
import { sandboxFaults } from "react-easel/sandbox";
import { describeComponent } from "./describeComponent.ts";
import { describeProps } from "./describeProps.ts";
import { StoryFrame, type StoryFrameProps } from "./StoryFrame.tsx";
import "react-easel/styles.css";
import "./preview.css";

const preview: Preview = {
  // Event handlers can't be edited as text.
  argTypesEnhancers: [
    ({ argTypes }) =>
      Object.fromEntries(
        Object.entries(argTypes).map(([name, type]) => [
          name,
          /^on[A-Z]/.test(name) ? { ...type, control: false as const } : type,
        ]),
      ),
  ],
  decorators: [
    (Story, { globals, parameters, id }) => {
      const { network, backend } = globals;
      // Story parameters take precedence over the toolbar.
      const set = (name: string) => String(parameters[name] ?? globals[name]);
      const isHttp = (backend || parameters["backend"]) === "http";
      return (
        <StoryFrame
          key={id}
          backend={isHttp ? "http" : "page"}
          network={(network || undefined) as StoryFrameProps["network"]}
          step={set("step") as StoryFrameProps["step"]}
          theme={set("theme")}
          language={set("language")}
          direction={set("direction")}
          density={set("density")}
          unstyled={parameters["unstyled"] === true}
        >
          <Story />
        </StoryFrame>
      );
    },
  ],
  initialGlobals: {
    theme: "system",
    direction: "auto",
    language: "en",
    density: "comfortable",
    network: "",
    step: "submit",
    backend: "",
  },
  globalTypes: {
    theme: {
      toolbar: {
        title: "Theme",
        icon: "mirror",
        dynamicTitle: true,
        items: [
          { value: "system", title: "The system’s theme" },
          { value: "light", title: "Light" },
          { value: "dark", title: "Dark" },
        ],
      },
    },
    language: {
      toolbar: {
        title: "Language",
        icon: "globe",
        dynamicTitle: true,
        items: [
          { value: "en", title: "English" },
          { value: "de", title: "Deutsch" },
          { value: "es", title: "Español" },
          { value: "ja", title: "日本語" },
          { value: "ar", title: "العربية" },
        ],
      },
    },
    direction: {
      toolbar: {
        title: "Direction",
        icon: "transfer",
        dynamicTitle: true,
        items: [
          { value: "auto", title: "The language’s direction" },
          { value: "ltr", title: "Left to right" },
          { value: "rtl", title: "Right to left" },
        ],
      },
    },
    density: {
      toolbar: {
        title: "Density",
        icon: "component",
        dynamicTitle: true,
        items: [
          { value: "comfortable", title: "Comfortable" },
          { value: "compact", title: "Compact" },
        ],
      },
    },
    network: {
      toolbar: {
        title: "Network",
        icon: "lightning",
        dynamicTitle: true,
        items: [
          { value: "", title: "No fault" },
          {
            value: "slow-network",
            title: "Slow network",
            right: "Each request takes two seconds more.",
          },
          ...sandboxFaults.map(({ name, description }) => ({
            value: name,
            title: name,
            right: description,
          })),
        ],
      },
    },
    step: {
      toolbar: {
        title: "Step of the fault",
        icon: "location",
        dynamicTitle: true,
        items: [
          { value: "submit", title: "At the submit" },
          { value: "status", title: "At each poll" },
          { value: "result", title: "At the result" },
        ],
      },
    },
    backend: {
      toolbar: {
        title: "Backend",
        icon: "database",
        dynamicTitle: true,
        items: [
          { value: "", title: "The story’s backend" },
          { value: "page", title: "In the page" },
          { value: "http", title: "The dev server’s, over HTTP" },
        ],
      },
    },
  },
  parameters: {
    a11y: { test: "error" },
    controls: { expanded: true },
    docs: { extractComponentDescription: describeComponent, extractArgTypes: describeProps },
    options: {
      storySort: {
        order: [
          "Introduction",
          "Search",
          "Guide",
          ["Getting started", "Models", "Forms", "Hooks", "Styling"],
          "Reference",
          ["Overview", "react-easel"],
          "Studio",
          "PromptForm",
          "Prompt",
          "Fields",
          "*",
          "States",
          "Embedding",
        ],
      },
    },
  },
};

export default preview;

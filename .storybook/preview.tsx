import type { Preview } from "@storybook/react-vite";
import { sandboxFaults, type SandboxFault } from "react-easel/sandbox";
import { StoryFrame } from "./StoryFrame.tsx";
import "react-easel/styles.css";
import "./preview.css";

const preview: Preview = {
  decorators: [
    (Story, { globals, parameters, id }) => (
      <StoryFrame
        key={id}
        backend={parameters["backend"] === "http" ? "http" : "page"}
        fault={(globals["fault"] || undefined) as SandboxFault | undefined}
        theme={String(parameters["theme"] ?? globals["theme"])}
        direction={String(parameters["direction"] ?? globals["direction"])}
      >
        <Story />
      </StoryFrame>
    ),
  ],
  initialGlobals: { theme: "system", direction: "ltr", fault: "" },
  globalTypes: {
    theme: { toolbar: { title: "Theme", icon: "mirror", items: ["system", "light", "dark"] } },
    direction: { toolbar: { title: "Direction", icon: "transfer", items: ["ltr", "rtl"] } },
    fault: {
      toolbar: {
        title: "Fault",
        icon: "lightning",
        items: [
          { value: "", title: "No fault" },
          ...sandboxFaults.map(({ name, description }) => ({
            value: name,
            title: name,
            right: description,
          })),
        ],
      },
    },
  },
  parameters: {
    a11y: { test: "error" },
    controls: { expanded: true },
    options: { storySort: { order: ["Introduction", "Studio", "PromptForm", "*"] } },
  },
};

export default preview;

import type { Preview } from "@storybook/react-vite";
import { describeComponent } from "./describeComponent.ts";
import { describeProps } from "./describeProps.ts";
import { FramedStory } from "./FramedStory.tsx";
import { globalTypes } from "./globalTypes.ts";
import { initialGlobals } from "./initialGlobals.ts";
import { StoryFrame, type StoryFrameProps } from "./StoryFrame.tsx";
import { DocsPage, ThemedDocs } from "./ThemedDocs.tsx";
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
    (Story, { globals, parameters, id, name, args, viewMode }) => {
      const { frameHeight } = parameters;
      if (viewMode === "docs" && typeof frameHeight === "string") {
        return <FramedStory {...{ id, args, globals }} title={name} height={frameHeight} />;
      }
      const { network, backend } = globals;
      // Story parameters take precedence over the toolbar.
      const set = (key: string) => String(parameters[key] ?? globals[key]);
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
          keptAs={parameters["keepsDraft"] === true ? id : undefined}
        >
          <Story />
        </StoryFrame>
      );
    },
  ],
  initialGlobals,
  globalTypes,
  parameters: {
    a11y: { test: "error" },
    controls: { expanded: true },
    docs: {
      container: ThemedDocs,
      page: DocsPage,
      extractComponentDescription: describeComponent,
      extractArgTypes: describeProps,
    },
    layout: "fullscreen",
    options: {
      storySort: {
        order: [
          "Start",
          [
            "Introduction",
            "Search",
            "Guide",
            ["Getting started", "Models", "Forms", "Hooks", "Styling"],
            "Reference",
            ["Overview", "react-easel"],
          ],
          "Studio",
          ["Studio", "Stoppable"],
          "Parts",
          [
            "PromptForm",
            "Prompt",
            "Fields",
            "ImageField",
            "StylePicker",
            "SchedulerSelect",
            "ModelSwitch",
            "Dropped recipe",
            "JobProgress",
            "Job states",
            "JobError",
            "JobTray",
            "ImageResult",
            "GenerateImage",
            "HistoryList",
            "CreditsBadge",
          ],
          "Embedding",
        ],
      },
    },
  },
};

export default preview;

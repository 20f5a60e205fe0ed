import { createElement } from "react";
import { addons, types } from "storybook/manager-api";
import { create } from "storybook/theming";
import { GlobalsToolbar } from "./GlobalsToolbar.ts";

addons.setConfig({
  theme: create({
    base: globalThis.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
    brandTitle: "Easel",
    colorPrimary: "#b8420f",
    colorSecondary: "#b8420f",
  }),
  navSize: 240,
  bottomPanelHeight: 250,
  // cspell:ignore Customisations
  layoutCustomisations: {
    // The Studio needs the whole height. Its docs page has the controls.
    showPanel: ({ storyId }, shown) => (storyId?.startsWith("studio--") ? false : shown),
  },
});

addons.register("easel", () => {
  addons.add("easel/globals", {
    type: types.TOOL,
    title: "Easel",
    match: ({ viewMode, tabId }) => !tabId && (viewMode === "story" || viewMode === "docs"),
    render: () => createElement(GlobalsToolbar),
  });
});

import { createElement } from "react";
import { addons, types } from "storybook/manager-api";
import { create } from "storybook/theming";
import { GlobalsToolbar } from "./GlobalsToolbar.ts";

const system = globalThis.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";

const themeOf = (selected: unknown) =>
  create({
    base: selected === "dark" || selected === "light" ? selected : system,
    brandTitle: "Easel",
    colorPrimary: "#b8420f",
    colorSecondary: "#b8420f",
  });

addons.setConfig({
  theme: themeOf(new URLSearchParams(location.search).get("globals")?.match(/theme:(\w+)/)?.[1]),
  navSize: 240,
  bottomPanelHeight: 250,
  // cspell:ignore Customisations
  layoutCustomisations: {
    // The Studio needs the whole height. Its docs page has the controls.
    showPanel: ({ storyId }, shown) => (storyId?.startsWith("studio--") ? false : shown),
  },
});

addons.register("easel", (api) => {
  api.on("globalsUpdated", ({ globals }: { readonly globals: Readonly<Record<string, unknown>> }) =>
    addons.setConfig({ theme: themeOf(globals["theme"]) }),
  );
  addons.add("easel/globals", {
    type: types.TOOL,
    title: "Easel",
    match: ({ viewMode, tabId }) => !tabId && (viewMode === "story" || viewMode === "docs"),
    render: () => createElement(GlobalsToolbar),
  });
});

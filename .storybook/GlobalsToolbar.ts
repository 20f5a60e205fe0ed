// The manager compiles JSX to calls of a global `React`, which doesn't exist.
import { createElement } from "react";
import { Select } from "storybook/internal/components";
import { useGlobals, useGlobalTypes } from "storybook/manager-api";
import type { GlobalMenu } from "./globalTypes.ts";
import { initialGlobals, type GlobalName } from "./initialGlobals.ts";

const isServed = (globalThis as { CONFIG_TYPE?: string }).CONFIG_TYPE === "DEVELOPMENT";

/** Toolbar menus for the globals. A menu is highlighted only if its value isn't the default. */
export function GlobalsToolbar() {
  const [globals, setGlobals] = useGlobals();
  const menus = useGlobalTypes() as unknown as Readonly<Record<GlobalName, GlobalMenu>>;
  const hasFault = !["", "slow-network"].includes(String(globals["network"] ?? ""));
  return (Object.keys(menus) as GlobalName[])
    .filter((name) => (name !== "step" || hasFault) && (name !== "backend" || isServed))
    .map((name) => {
      const { label, title, initial, options } = menus[name];
      const props = {
        key: name,
        ariaLabel: label,
        defaultOptions: String(globals[name]),
        options,
        resetLabel: initial,
        onReset: () => setGlobals({ [name]: initialGlobals[name] }),
        onSelect: (value: unknown) => setGlobals({ [name]: value }),
      };
      return createElement(Select, props, title);
    });
}

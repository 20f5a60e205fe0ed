import {
  Controls,
  Description,
  DocsContainer,
  Primary,
  Stories,
  Title,
  type DocsContainerProps,
} from "@storybook/addon-docs/blocks";
import { useEffect, useState, type PropsWithChildren } from "react";
import { themes } from "storybook/theming";

type Globals = Readonly<Record<string, unknown>>;

/** The part of the docs context's store that isn't in its type. */
interface GlobalsStore {
  readonly store: { readonly userGlobals: { readonly get: () => Globals } };
}

/** A docs page in the toolbar's theme, or the system's. */
export function ThemedDocs({ context, children }: PropsWithChildren<DocsContainerProps>) {
  const { userGlobals } = (context as unknown as GlobalsStore).store;
  const [{ theme }, setGlobals] = useState(() => userGlobals.get());
  useEffect(() => {
    const update = ({ globals }: { globals: Globals }) => setGlobals(globals);
    context.channel.on("globalsUpdated", update);
    return () => context.channel.off("globalsUpdated", update);
  }, [context]);
  const isDark =
    theme === "dark" ||
    (theme !== "light" && globalThis.matchMedia("(prefers-color-scheme: dark)").matches);
  return (
    <DocsContainer context={context} theme={isDark ? themes.dark : themes.light}>
      {children}
    </DocsContainer>
  );
}

/** Storybook's docs page, without a second copy of the first story. */
export function DocsPage() {
  return (
    <>
      <Title />
      <Description of="meta" />
      <Primary />
      <Controls />
      <Stories includePrimary={false} />
    </>
  );
}

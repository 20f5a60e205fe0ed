import { useMemo, type ReactNode } from "react";
import { EaselProvider, StylePreviewsProvider } from "react-easel";
import { styleIllustrations } from "react-easel/illustrations";
import { ar, de, en, es, ja, type Labels } from "react-easel/labels";
import { createStoryClient, type StoryBackend, type StoryNetwork } from "./createStoryClient.ts";
import { createTabStorage } from "./createTabStorage.ts";
import type { FaultStep } from "./pageBackend.ts";

export interface StoryFrameProps {
  readonly backend: StoryBackend;
  readonly network: StoryNetwork | undefined;
  readonly step: FaultStep;
  readonly theme: string;
  readonly language: string;
  /** "ltr", "rtl", or "auto" for the language's direction. */
  readonly direction: string;
  readonly density: string;
  readonly unstyled: boolean;
  /** ID under which the story keeps its drafts and presets in the tab. Undefined if a reload starts it anew. */
  readonly keptAs: string | undefined;
  readonly children: ReactNode;
}

const languages: Readonly<Record<string, Labels>> = { ar, de, en, es, ja };

/** Wraps a story in its own theme, language, direction, and density, because a docs page has several stories. */
export function StoryFrame(props: StoryFrameProps) {
  const { backend, network, step, theme, language, direction, density, unstyled } = props;
  const { keptAs, children } = props;
  const client = useMemo(() => createStoryClient(backend, network, step), [backend, network, step]);
  const storage = useMemo(
    () =>
      keptAs !== undefined && client.address === undefined ? createTabStorage(keptAs) : undefined,
    [keptAs, client],
  );
  return (
    <div
      className="story-frame"
      lang={language}
      dir={direction === "auto" ? (language === "ar" ? "rtl" : "ltr") : direction}
      data-theme={theme}
      data-density={density}
    >
      <EaselProvider
        key={`${backend} ${network} ${step}`}
        client={client}
        storage={storage}
        labels={languages[language]}
        unstyled={unstyled}
      >
        <StylePreviewsProvider previews={styleIllustrations}>{children}</StylePreviewsProvider>
      </EaselProvider>
    </div>
  );
}

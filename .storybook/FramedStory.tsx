import { useEffect, useRef } from "react";
import { initialGlobals } from "./initialGlobals.ts";

interface FramedStoryProps {
  readonly id: string;
  readonly title: string;
  /** CSS length */
  readonly height: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly globals: Readonly<Record<string, unknown>>;
}

/** Missing until the frame's preview has loaded. */
interface Preview {
  readonly __STORYBOOK_ADDONS_CHANNEL__?: { emit: (event: string, data: object) => void };
}

/** Shows a story of a docs page in a frame, which has its own viewport and top layer. It loads when it's near the viewport. */
export function FramedStory({ id, title, height, args, globals }: FramedStoryProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const preview: Preview | null | undefined = frame.current?.contentWindow;
    preview?.__STORYBOOK_ADDONS_CHANNEL__?.emit("updateStoryArgs", {
      storyId: id,
      updatedArgs: args,
    });
  }, [id, args]);
  const changed = Object.entries(initialGlobals)
    .filter(([name, value]) => (globals[name] ?? value) !== value)
    .map(([name]) => `${name}:${String(globals[name])}`);
  // An embedded story doesn't run its play function, which would scroll the page to the element that it focuses.
  const search = new URLSearchParams({
    id,
    viewMode: "story",
    embed: "true",
    globals: changed.join(";"),
  });
  return (
    // oxlint-disable-next-line react/iframe-missing-sandbox -- the story is part of this site
    <iframe
      ref={frame}
      title={title}
      src={`iframe.html?${search}`}
      loading="lazy"
      className="framed-story"
      style={{ blockSize: height }}
    />
  );
}

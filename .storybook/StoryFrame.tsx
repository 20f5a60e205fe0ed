import { createClient, EaselProvider, type Client } from "react-easel";
import type { SandboxFault } from "react-easel/sandbox";
import { useEffect, useMemo, type ReactNode } from "react";
import { createPageClient } from "./pageBackend.ts";

export interface StoryFrameProps {
  /** "http": the dev server's own backend, where there is one. "page": one in the page, where a fault can be set. */
  readonly backend: "http" | "page";
  readonly fault: SandboxFault | undefined;
  readonly theme: string;
  readonly direction: string;
  readonly children: ReactNode;
}

const overHttp = import.meta.env["EASEL_HTTP"] === true;

function clientFor(backend: "http" | "page", fault: SandboxFault | undefined): Client {
  return overHttp && backend === "http" && !fault ? createClient() : createPageClient({ fault });
}

/** What is around every story: a backend, a theme and a direction. */
export function StoryFrame({ backend, fault, theme, direction, children }: StoryFrameProps) {
  const client = useMemo(() => clientFor(backend, fault), [backend, fault]);
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
    document.documentElement.dir = direction;
  }, [theme, direction]);
  return (
    <EaselProvider key={fault ?? "none"} client={client}>
      {children}
    </EaselProvider>
  );
}

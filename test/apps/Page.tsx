"use client";
import type { ReactNode } from "react";
import {
  createClient,
  EaselError,
  EaselProvider,
  ImageResult,
  JobError,
  PromptForm,
  SchedulerSelect,
  sdxlImg2img,
  sdxlTorch,
  Studio,
  StylePicker,
} from "react-easel";

// Requests never complete, because only styles are tested.
const client = createClient({ fetcher: () => new Promise<Response>(() => {}) });

function Form({ children }: { readonly children?: ReactNode }) {
  return (
    <PromptForm.Root model={sdxlImg2img} onGenerate={() => {}}>
      <SchedulerSelect />
      <PromptForm.Field name="seed" />
      {children ?? <PromptForm.Submit />}
    </PromptForm.Root>
  );
}

const error = new EaselError("invalid_input", {
  fields: { prompt: "Too long", seed: "Not a number" },
  requestId: "2c7f59ea",
});

const pixel = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=";
const result = {
  requestId: "2c7f59ea",
  images: [{ url: pixel, contentType: "image/gif" }],
  seed: 1,
  metrics: {},
  body: {},
};

/** Parts that must look the same in every app. */
function Samples() {
  return (
    <div id="samples" style={{ width: 1100 }}>
      <Studio models={[sdxlTorch, sdxlImg2img]} />
      <JobError error={error} model={sdxlTorch} />
      <ImageResult.Root status="completed" result={result} input={{ prompt: "a boat" }}>
        <ImageResult.Grid />
        <ImageResult.Details open />
      </ImageResult.Root>
      <ImageResult.Root status="failed">
        <ImageResult.Grid />
      </ImageResult.Root>
      <PromptForm.Root model={sdxlTorch} onGenerate={() => {}}>
        <StylePicker variant="inline" />
      </PromptForm.Root>
    </div>
  );
}

/** The app's button next to a part with the same classes, and a part rendered as the app's button. */
function Own({ className }: { readonly className: string }) {
  return (
    <div id="own" style={{ display: "flow-root", textAlign: "left" }}>
      <Form>
        <div>
          <button type="button" className={className} data-testid="plain-button">
            Generate
          </button>
          <PromptForm.Submit className={className} data-testid="part" />
          <PromptForm.Submit asChild>
            <button type="submit" className={className} data-testid="own-button">
              Generate
            </button>
          </PromptForm.Submit>
        </div>
      </Form>
    </div>
  );
}

/** Sections with their own theme inside any page theme. Each ID names the section's theme. */
function Sections() {
  return (
    <>
      <div id="page">
        <Form />
      </div>
      <div id="dark-class" className="dark">
        <Form />
        <div id="light-in-dark" data-theme="light">
          <Form />
          <div id="dark-in-light-in-dark" style={{ colorScheme: "dark" }}>
            <Form />
          </div>
        </div>
      </div>
      <div id="dark-attribute" data-theme="dark">
        <Studio scope="dark" models={[sdxlTorch]} />
      </div>
      <div id="dark-bootstrap" data-bs-theme="dark">
        <Form />
      </div>
      <div id="dark-inline" style={{ colorScheme: "dark" }}>
        <Form />
      </div>
      <div id="light-class" className="light">
        <Form />
      </div>
      <div id="light-inline" style={{ colorScheme: "light" }}>
        <Form />
      </div>
    </>
  );
}

export function Page({ className }: { readonly className: string }) {
  return (
    <EaselProvider client={client}>
      <main style={{ fontFamily: "sans-serif" }}>
        <Own className={className} />
        <Samples />
        <Sections />
      </main>
    </EaselProvider>
  );
}

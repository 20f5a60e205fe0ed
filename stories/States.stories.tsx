import type { Meta, StoryObj } from "@storybook/react-vite";
import { useEffect, useState } from "react";
import {
  EaselProvider,
  ImageResult,
  JobError,
  JobProgress,
  JobTray,
  useEasel,
  useGenerate,
  type Client,
} from "react-easel";
import { sd21Txt2img } from "react-easel/models";
import type { SandboxFault } from "react-easel/sandbox";
import { expect, within } from "storybook/test";
import { faultyClient } from "./faultyClient.ts";

const hourMs = 3_600_000;
const slowTest = { timeout: 20_000 };

const model = { ...sd21Txt2img, latency: { typicalMs: 900, slowMs: 2_000 } };
const input = {
  prompt: "a calico cat in a cosmonaut suit",
  samples: 2,
  img_width: 128,
  img_height: 128,
};

/** The parts that Studio uses for a job, with a button instead of the form. */
function Run() {
  const run = useGenerate(model);
  const { status, job, disabledReasons } = run;
  return (
    <div style={{ display: "grid", gap: 16 }}>
      <button
        type="button"
        data-easel="prompt-form-submit"
        data-easel-kind="button-primary"
        disabled={disabledReasons.length > 0}
        onClick={() => run.generate(input)}
      >
        Generate
      </button>
      {disabledReasons.map(({ code, message }) => (
        <p key={code}>{message}</p>
      ))}
      <JobError
        error={run.error}
        onRetry={run.retry}
        onCheck={run.job?.checkable ? run.check : undefined}
        job={run.job}
        model={model}
      />
      <ImageResult.Root status={status} result={run.result} input={job?.input} model={model}>
        <ImageResult.Grid />
        <JobProgress status={status} timing={run.timing} trouble={job?.trouble} />
      </ImageResult.Root>
    </div>
  );
}

/** A separate page with a faulty backend. Both restart with the story. */
function Stage({ make, children }: { make: () => Client; children?: React.ReactNode }) {
  const [client] = useState(make);
  return (
    <EaselProvider client={client}>
      <div style={{ display: "grid", gap: 16, maxInlineSize: 560 }}>
        {children}
        <Run />
      </div>
    </EaselProvider>
  );
}

/** Idempotency keys of the submits that reached the handler. */
const keys: (string | null)[] = [];

const onSubmit = (fault: SandboxFault) => () =>
  faultyClient({ fault: ({ step }) => (step === "submit" ? fault : undefined) });

const meta = {
  title: "Parts/Job states",
  id: "jobs-states",
  component: Stage,
  parameters: { controls: { disable: true } },
} satisfies Meta<typeof Stage>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story["play"]>;

/** Presses Generate and returns the canvas. */
async function generate({ canvasElement, userEvent }: Parameters<Play>[0]) {
  const canvas = within(canvasElement);
  await userEvent.click(canvas.getByRole("button", { name: "Generate" }));
  return canvas;
}

/** The handler lost the service's response to the submit. The outcome is unknown, so the user decides what to do. */
export const Unknown: Story = {
  args: { make: onSubmit("lost-answer") },
  play: async (context) => {
    const canvas = await generate(context);
    const alert = await canvas.findByRole("alert", {}, slowTest);
    await expect(alert).toHaveTextContent("We couldn’t confirm that your request was received.");
    await expect(alert).toHaveTextContent("May have been charged");
    await expect(
      canvas.getByRole("button", { name: "Send again (may charge twice)" }),
    ).toBeVisible();
  },
};

/**
 * An HTML page responds instead of the handler, like the fallback of a single-page app whose handler isn't mounted. No
 * submit is sent until the backend has responded once, so nothing is charged. The console shows the response.
 */
export const Unreachable: Story = {
  args: {
    make: () =>
      faultyClient({
        way: async () =>
          new Response("<!doctype html>", { headers: { "content-type": "text/html" } }),
      }),
  },
  play: async (context) => {
    const canvas = await generate(context);
    const alert = await canvas.findByRole("alert", {}, slowTest);
    await expect(alert).toHaveTextContent("This app’s server couldn’t be reached.");
    await expect(alert).toHaveTextContent("Not charged");
    await expect(canvas.getByRole("button", { name: "Try again" })).toBeVisible();
  },
};

/**
 * The response was lost between the handler and the page. The handler's store has it, so a free check finds the job.
 */
export const CheckAgain: Story = {
  args: {
    make: () => {
      let isLost = false;
      return faultyClient({
        way: async (request, send) => {
          const answer = await send(request);
          if (request.method === "GET" || isLost) return answer;
          isLost = true;
          throw new TypeError("The connection was reset.");
        },
      });
    },
  },
  play: async (context) => {
    const canvas = await generate(context);
    const check = await canvas.findByRole("button", { name: "Check again" }, slowTest);
    await context.userEvent.click(check);
    await canvas.findByRole("img", { name: /image 1 of 2/ }, slowTest);
    await expect(canvas.queryByRole("alert")).toBeNull();
  },
};

/** The check finds no answer either. Each check sends the same attempt, so nothing can be charged twice. */
export const StillUnknown: Story = {
  args: {
    make: () =>
      faultyClient({
        fault: ({ step }) => (step === "submit" ? "lost-answer" : undefined),
        way: (request, send) => {
          if (request.method === "POST") keys.push(request.headers.get("idempotency-key"));
          return send(request);
        },
      }),
  },
  beforeEach: () => {
    keys.length = 0;
  },
  play: async (context) => {
    const canvas = await generate(context);
    const check = await canvas.findByRole("button", { name: "Check again" }, slowTest);
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(context.canvasElement.textContent));
    observer.observe(context.canvasElement, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    await context.userEvent.click(check);
    await canvas.findByText(/^Checked at .+: still not confirmed\.$/, {}, slowTest);
    observer.disconnect();
    await expect(said.some((text) => text.includes("Checking…"))).toBe(true);
    await expect(said.some((text) => text.includes("Sending…"))).toBe(false);
    await expect(check).toHaveFocus();
    await expect(keys.length).toBeGreaterThan(1);
    await expect(new Set(keys).size).toBe(1);
  },
};

/** Stores a job that was accepted before the page was closed for two hours. */
function AwayForLong({ client }: { client: Client }) {
  const { ledger } = useEasel();
  useEffect(() => {
    void client.submit(model.id, input).then(({ requestId }) =>
      ledger.write({
        attemptId: "away",
        modelId: model.id,
        scope: model.id,
        input,
        startedAt: Date.now() - 2 * hourMs,
        pageId: "earlier",
        submit: "taken",
        requestId,
        detached: false,
      }),
    );
  }, [client, ledger]);
  return null;
}

/** The page reopens after two hours. The service has dropped the job, but its settings are kept. */
export const Expired: Story = {
  args: {
    make: () => {
      let isAway = false;
      return faultyClient({
        ahead: () => (isAway ? 2 * hourMs : 0),
        way: async (request, send) => {
          const answer = await send(request);
          isAway ||= request.method === "POST";
          return answer;
        },
      });
    },
  },
  render: function Away({ make }) {
    const [client] = useState(make);
    return (
      <Stage make={() => client}>
        <AwayForLong client={client} />
        <JobTray />
      </Stage>
    );
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const alert = await canvas.findByRole("alert", {}, slowTest);
    await expect(alert).toHaveTextContent("This generation couldn’t be found.");
    await expect(
      canvas.getByRole("button", { name: /^Send again \(may charge twice\): / }),
    ).toBeVisible();
  },
};

/** The job takes longer than usual. It continues, polling continues, and nothing has failed. */
export const Overdue: Story = {
  args: { make: onSubmit("never-finishes") },
  play: async (context) => {
    const canvas = await generate(context);
    await canvas.findByText("Taking longer than usual. Still working…", {}, slowTest);
    await expect(canvas.queryByRole("alert")).toBeNull();
  },
};

/** The session expires during a job. Polling continues once the user has signed in again. */
export const SignedOut: Story = {
  render: function Session() {
    const [tokens] = useState({ good: "first", own: "first" });
    const [make] = useState(
      () => () =>
        faultyClient({
          goodToken: () => tokens.good,
          ownToken: () => tokens.own,
          way: async (request, send) => {
            const answer = await send(request);
            if (request.method === "POST") tokens.good = "second";
            return answer;
          },
        }),
    );
    const signIn = () => {
      tokens.own = tokens.good;
      // Simulates the return to this page from a sign-in window.
      window.dispatchEvent(new Event("focus"));
    };
    return (
      <Stage make={make}>
        <button
          type="button"
          data-easel="prompt-form-submit"
          data-easel-kind="button-primary"
          onClick={signIn}
        >
          Sign in
        </button>
      </Stage>
    );
  },
  args: { make: () => faultyClient({}) },
  play: async (context) => {
    const canvas = await generate(context);
    await canvas.findByText("You’re signed out. Sign in to continue.", {}, slowTest);
    // A job polled within the last second isn't polled again.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await context.userEvent.click(canvas.getByRole("button", { name: "Sign in" }));
    await canvas.findByRole("img", { name: /image 1 of 2/ }, slowTest);
  },
};

/** Simulates a browser going online or offline. */
function setOnline(online: boolean): void {
  Object.defineProperty(navigator, "onLine", { configurable: true, get: () => online });
  window.dispatchEvent(new Event(online ? "online" : "offline"));
}

/** The network fails during a job. The job continues at the service, and polling resumes when the network is back. */
export const Offline: Story = {
  args: {
    make: () =>
      faultyClient({
        way: async (request, send) => {
          if (!navigator.onLine) throw new TypeError("Failed to fetch");
          return send(request);
        },
      }),
  },
  beforeEach: () => () => setOnline(true),
  play: async (context) => {
    const canvas = await generate(context);
    await canvas.findByText(/In queue…|Generating…/, {}, slowTest);
    setOnline(false);
    await canvas.findByText(/You’re offline. Your image is still being generated/);
    await expect(canvas.getByRole("button", { name: "Generate" })).toBeDisabled();
    setOnline(true);
    await canvas.findByRole("img", { name: /image 1 of 2/ }, slowTest);
  },
};

/** The account's rate limit rejects the submit. The retry button is disabled until the limit ends. */
export const RateLimited: Story = {
  args: { make: onSubmit("rate-limited") },
  play: async (context) => {
    const canvas = await generate(context);
    const alert = await canvas.findByRole("alert", {}, slowTest);
    await expect(alert).toHaveTextContent("Too many requests.");
    await expect(alert).toHaveTextContent("Not charged");
    await expect(canvas.getByRole("button", { name: "Try again" })).toBeDisabled();
    await expect(alert).toHaveTextContent(/You can try again at \d/);
  },
};

/** The job failed at the service, which doesn't charge for it. */
export const Failed: Story = {
  args: { make: onSubmit("run-failed") },
  play: async (context) => {
    const canvas = await generate(context);
    const alert = await canvas.findByRole("alert", {}, slowTest);
    await expect(alert).toHaveTextContent("Image generation failed.");
    await expect(alert).toHaveTextContent("Not charged");
    await expect(canvas.getByRole("button", { name: "Try again" })).toBeEnabled();
  },
};

/** The service's filter blocked the job. The same input can't succeed, so there is no retry button. */
export const Blocked: Story = {
  args: { make: onSubmit("content-block") },
  play: async (context) => {
    const canvas = await generate(context);
    const alert = await canvas.findByRole("alert", {}, slowTest);
    await expect(alert).toHaveTextContent("The content filter blocked this request.");
    await expect(alert).toHaveTextContent("Not charged");
    await expect(canvas.queryByRole("button", { name: /again/ })).toBeNull();
  },
};

/** Only one of two requested images was returned. */
export const PartialSuccess: Story = {
  args: { make: onSubmit("partial-success") },
  play: async (context) => {
    const canvas = await generate(context);
    await canvas.findByRole("img", { name: /calico cat/ }, slowTest);
    await expect(canvas.getByText("Only 1 of 2 images were returned.")).toBeVisible();
  },
};

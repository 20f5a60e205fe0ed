import { createRoot } from "react-dom/client";
import {
  createClient,
  EaselProvider,
  ImageResult,
  JobError,
  JobProgress,
  useGenerate,
} from "react-easel";
import { matrixModel } from "../model.ts";
import { recordMessages } from "./recordMessages.ts";

const query = new URLSearchParams(location.search);
const cell = query.get("cell") ?? "";
const tokenKey = `token:${cell}`;

const client = createClient({
  baseUrl: `/cells/${cell}/api`,
  events: query.has("events"),
  headers: () => ({ authorization: `Bearer ${localStorage.getItem(tokenKey) ?? "first"}` }),
});

/** Studio's components for a job, with a button instead of the form. */
function Run() {
  const run = useGenerate(matrixModel);
  const { status, job, disabledReasons } = run;
  return (
    <main>
      <button
        type="button"
        disabled={disabledReasons.length > 0}
        onClick={() => run.generate({ prompt: "a heron in the reeds" })}
      >
        Generate
      </button>
      {disabledReasons.map(({ message }) => (
        <p key={message} data-matrix="reason">
          {message}
        </p>
      ))}
      <JobError
        error={run.error}
        onRetry={run.retry}
        onCheck={run.job?.checkable ? run.check : undefined}
        job={run.job}
      />
      <ImageResult.Root status={status} result={run.result} input={job?.input} model={matrixModel}>
        <ImageResult.Grid />
        <JobProgress status={status} timing={run.timing} trouble={job?.trouble} />
      </ImageResult.Root>
    </main>
  );
}

declare global {
  interface Window {
    matrix: ReturnType<typeof recordMessages> & {
      readonly signIn: () => void;
      /** Resolves once the lazy code is loaded, so that a fault can't affect the load instead. */
      readonly untilLoaded: () => Promise<unknown>;
    };
  }
}

const loaded = Promise.all([
  import("../../../src/client/createHostClient.ts"),
  import("../../../src/runtime/watch.ts"),
]);

window.matrix = {
  ...recordMessages(),
  untilLoaded: () => loaded.then(() => undefined),
  signIn: () => localStorage.setItem(tokenKey, "renewed"),
};

const root = document.querySelector("#root");
if (root) {
  createRoot(root).render(
    <EaselProvider client={client} userKey={cell}>
      <Run />
    </EaselProvider>,
  );
}

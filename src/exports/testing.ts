export { type BackendUnderTest } from "../testing/backendContract.ts";
export { describeBackend } from "../testing/describeBackend.ts";
export { type TestRunner } from "../testing/describeContract.ts";
export { describeStore } from "../testing/describeStore.ts";
export {
  type RenderedWithSandbox,
  type RenderWithSandboxOptions,
} from "../testing/renderInSandbox.ts";
export { renderWithSandbox } from "../testing/renderWithSandbox.ts";

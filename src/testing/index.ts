export { type BackendUnderTest } from "./backendContract.ts";
export { describeBackend, type TestRunner } from "./describeBackend.ts";
export { describeStore } from "./describeStore.ts";
export { type RenderedWithSandbox, type RenderWithSandboxOptions } from "./renderInSandbox.ts";
export { renderWithSandbox } from "./renderWithSandbox.ts";

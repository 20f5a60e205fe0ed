export { describeBackend } from "./describeBackend.ts";
export {
  renderWithSandbox,
  type RenderedWithSandbox,
  type RenderWithSandboxOptions,
} from "./renderWithSandbox.ts";

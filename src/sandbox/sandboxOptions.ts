import type { Model } from "../models/defineModel.ts";
import type { SandboxFaults } from "./createFaultPlan.ts";
import type { SandboxTiming } from "./runTiming.ts";
import type { SandboxPaint } from "./sandboxPaint.ts";
import type { Publish } from "./service.ts";

export interface SandboxOptions {
  /** The keys that are good. @default every well-formed one: `SG_` and 16 hex characters */
  readonly apiKeys?: readonly string[];
  /** What the account holds at the start, in the service's credits. @default 100 */
  readonly credits?: number;
  /** Requests a minute for the whole account, polls included. @default no limit */
  readonly requestsPerMinute?: number;
  /** How long jobs take, in milliseconds. @default the model's typical latency, longer for more steps, samples, pixels */
  readonly timing?:
    | Partial<SandboxTiming>
    | ((model: Model, input: Readonly<Record<string, unknown>>) => Partial<SandboxTiming>);
  /**
   * The clock, in milliseconds since 1970. `Date.now` runs jobs in real time.
   *
   * @default a clock that stands still until `advance` moves it
   */
  readonly now?: () => number;
  /** Which requests go wrong, and how. `sandboxFaults` lists the names. @default none */
  readonly faults?: SandboxFaults;
  /** Models of your own, beside those of the catalog; one with a catalog model's id takes its place. */
  readonly models?: readonly Model[];
  /**
   * URL that image files are below, such as `http://localhost:8787/files`: the sandbox serves them under its path at any
   * host.
   *
   * @default "https://images.segmind.com"
   */
  readonly filesUrl?: string;
  /**
   * Stores an image file and returns its URL, for a page without a server: a `blob:` or a data URL. Images are then painted
   * when the result is requested, not when their URL is.
   */
  readonly publish?: Publish;
  /**
   * Paints the images, such as files of your own or ones that suit your models. Images are then painted when the result is
   * requested.
   *
   * @default a gradient of colors that follow from prompt and seed, as PNG
   * @example
   * import { readFile } from "node:fs/promises";
   *
   * const fox = new Uint8Array(await readFile("fox.jpg"));
   * createSandbox({ paint: () => ({ bytes: fox, contentType: "image/jpeg" }) });
   */
  readonly paint?: SandboxPaint;
}

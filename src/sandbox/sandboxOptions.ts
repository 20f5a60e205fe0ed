import type { Model } from "../models/defineModel.ts";
import type { SandboxFaults } from "./createFaultPlan.ts";
import type { SandboxTiming } from "./runTiming.ts";
import type { SandboxPaint } from "./sandboxPaint.ts";

export type Publish = (
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
) => string | Promise<string>;

export interface SandboxOptions {
  /** Valid keys. @default all well-formed ones: `SG_` and 16 hex characters */
  readonly apiKeys?: readonly string[];
  /** Balance at the start, in credits of the service. @default 100 */
  readonly credits?: number;
  /** For the whole account, polls included. @default no limit */
  readonly requestsPerMinute?: number;
  /** Duration of jobs, in milliseconds. @default the model's typical latency, longer for more steps, samples, pixels */
  readonly timing?:
    | Partial<SandboxTiming>
    | ((model: Model, input: Readonly<Record<string, unknown>>) => Partial<SandboxTiming>);
  /** Milliseconds since 1970. `Date.now` runs in real time. @default a clock that only `advance` moves */
  readonly now?: () => number;
  /** `sandboxFaults` lists the names. @default none */
  readonly faults?: SandboxFaults;
  /** Models beside those of the catalog. One with a catalog model's ID replaces it. */
  readonly models?: readonly Model[];
  /**
   * Base of image URLs, such as `http://localhost:8787/files`. The sandbox serves them under its path at any host.
   *
   * @default "https://images.segmind.com"
   */
  readonly filesUrl?: string;
  /** Stores an image and returns its URL, for a page without a server. Images are then painted with the result. */
  readonly publish?: Publish;
  /**
   * Paints the images. They are then painted when the result is requested.
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

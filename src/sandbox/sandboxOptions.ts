import type { Model } from "../models/defineModel.ts";
import type { SandboxFaults } from "./createFaultPlan.ts";
import type { SandboxTiming } from "./runTiming.ts";
import type { SandboxPaint } from "./sandboxPaint.ts";

export type Publish = (
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
) => string | Promise<string>;

export interface SandboxOptions {
  /** Valid API keys. @default all well-formed keys: `SG_` followed by 16 hex characters */
  readonly apiKeys?: readonly string[];
  /** Initial balance, in the service's credits. @default 100 */
  readonly credits?: number;
  /** Maximum number of requests per minute for the whole account, including polls. @default no limit */
  readonly requestsPerMinute?: number;
  /** Duration of a job, in milliseconds. @default the model's typical latency, scaled by steps, samples, and pixels */
  readonly timing?:
    | Partial<SandboxTiming>
    | ((model: Model, input: Readonly<Record<string, unknown>>) => Partial<SandboxTiming>);
  /** Returns the time in milliseconds since 1970, like `Date.now`. @default a clock that only `advance` moves */
  readonly now?: () => number;
  /** Faults to apply to requests. `sandboxFaults` lists their names. @default none */
  readonly faults?: SandboxFaults;
  /**
   * Whether jobs can be canceled, with `POST /v2/requests/{id}/cancel`. Segmind has no such route, so a
   * backend needs `withCancel` to use it. A queued job is refunded, a processing job is charged in full, and a job that
   * has ended isn't changed.
   *
   * @default false
   */
  readonly cancel?: boolean;
  /** Models in addition to the catalog. A model replaces the catalog model with the same ID. */
  readonly models?: readonly Model[];
  /**
   * Base URL of images, such as `http://localhost:8787/files`. The sandbox serves images at the URL's path on any host.
   *
   * @default "https://images.segmind.com"
   */
  readonly filesUrl?: string;
  /** Stores an image and returns its URL, for a page without a server. Delays painting until a result is requested. */
  readonly publish?: Publish;
  /**
   * Paints an image. Called when the result is requested, rather than when the image is loaded.
   *
   * @default a PNG gradient with colors from the prompt and seed
   * @example
   * import { readFile } from "node:fs/promises";
   *
   * const fox = new Uint8Array(await readFile("fox.jpg"));
   * createSandbox({ paint: () => ({ bytes: fox, contentType: "image/jpeg" }) });
   */
  readonly paint?: SandboxPaint;
}

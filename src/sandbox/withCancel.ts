import { EaselError } from "../protocol/EaselError.ts";
import { isRequestId } from "../protocol/requestId.ts";
import type { Backend, BackendJob } from "../server/backends/backend.ts";
import type { Sandbox } from "./createSandbox.ts";

/** Adds the charge of a canceled job, which is absent from Segmind's format. */
function withCharge(record: BackendJob): BackendJob {
  const { error, metrics } = record;
  if (error?.code !== "run_canceled" || metrics?.cost === undefined) return record;
  const charged = metrics.cost > 0 ? "yes" : "no";
  return { ...record, error: error.with({ charged }) };
}

export interface WithCancelOptions {
  readonly apiKey: string;
  /** The sandbox's `fetch`. */
  readonly fetch: Sandbox["fetch"];
}

/**
 * Adds `cancel` to a Segmind backend whose service is a sandbox with the `cancel` option. Canceled jobs have an exact
 * charge.
 *
 * @example
 * const { fetch } = createSandbox({ cancel: true });
 * const backend = withCancel(segmind({ apiKey, fetch }), { apiKey, fetch });
 */
export function withCancel(backend: Backend, { apiKey, fetch }: WithCancelOptions): Backend {
  return {
    ...backend,
    getStatus: async (...call) => withCharge(await backend.getStatus(...call)),
    getResult: async (...call) => withCharge(await backend.getResult(...call)),
    async cancel(requestId, { signal }) {
      if (!isRequestId(requestId)) throw new EaselError("job_not_found");
      const request = new Request(`https://sandbox.invalid/v2/requests/${requestId}/cancel`, {
        method: "POST",
        body: "{}",
        headers: { "x-api-key": apiKey, "content-type": "application/json" },
        signal: signal ?? null,
      });
      const response = await fetch(request).catch((cause: unknown) => {
        throw new EaselError(signal?.aborted ? "aborted" : "upstream_unavailable", { cause });
      });
      if (response.status === 404) throw new EaselError("job_not_found");
      if (!response.ok) throw new EaselError("upstream_unavailable");
    },
  };
}

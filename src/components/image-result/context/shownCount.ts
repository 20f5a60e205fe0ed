import { isPending } from "../../../runtime/isPending.ts";
import type { ResultFacts } from "./ImageResultContext.ts";

/** Returns the number of requested images. */
export const requestedCount = ({ input }: Pick<ResultFacts, "input">): number =>
  typeof input?.["samples"] === "number" ? input["samples"] : 1;

export const isWaiting = ({ status, result }: Pick<ResultFacts, "status" | "result">): boolean =>
  result === undefined && isPending({ status });

/** Returns the number of images, or of requested images while the job is pending. */
export const shownCount = (facts: Pick<ResultFacts, "status" | "result" | "input">): number =>
  isWaiting(facts) ? requestedCount(facts) : (facts.result?.images.length ?? 0);

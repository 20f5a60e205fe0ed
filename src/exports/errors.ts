export { readAnswer, type Answer } from "../protocol/answer.ts";
export { EaselError, type EaselErrorInit, type ErrorBody } from "../protocol/EaselError.ts";
export { errorFromService, type RequestKind } from "../protocol/errorFromService.ts";
export {
  errorTable,
  isErrorCode,
  type Charged,
  type EaselErrorCode,
  type Retry,
} from "../protocol/errorTable.ts";
export { readRetryAt } from "../protocol/retryAt.ts";

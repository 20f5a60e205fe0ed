import { EaselError, type ErrorBody } from "../../protocol/EaselError.ts";

/** An error again as it was before it was written to the store. */
export function errorFromBody(body: ErrorBody): EaselError {
  return new EaselError(body.code, { ...body, message: body.error });
}

import { EaselError, type ErrorBody } from "../../protocol/EaselError.ts";

/** Returns the error of a stored body. */
export function errorFromBody(body: ErrorBody): EaselError {
  return new EaselError(body.code, { ...body, message: body.error });
}

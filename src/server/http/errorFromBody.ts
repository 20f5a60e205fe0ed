import { EaselError, type ErrorBody } from "../../protocol/EaselError.ts";

export function errorFromBody(body: ErrorBody): EaselError {
  return new EaselError(body.code, { ...body, message: body.error });
}

import { EaselError } from "../../protocol/index.ts";

/**
 * Checks the host that a request's URL was made of.
 *
 * @throws EaselError `invalid_request` where it is none
 */
export function checkTarget({ url }: Request): void {
  // srvx's word for such a host.
  if (/^https?:\/\/_invalid_\//.test(url) || !URL.canParse(url)) {
    throw new EaselError("invalid_request", { message: "The Host header can't be read." });
  }
}

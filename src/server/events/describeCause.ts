import { EaselError } from "../../protocol/EaselError.ts";
import { OwnError } from "./ownError.ts";

/** Error messages from JavaScript engines. They are safe to log: names in them are identifiers from code, not data. */
const engineMessage =
  /^(Cannot (read|set) properties of (undefined|null)( \((reading|setting) '[A-Za-z_$]+'\))?|[A-Za-z_$.]+ is not (defined|a function|a constructor|iterable)|(undefined|null) is not an object \(evaluating '[A-Za-z_$.]+'\))$/;
/** First word of a Redis error reply. The rest of the reply can quote the command, so it isn't logged. */
const redisWord =
  /^(NOAUTH|WRONGPASS|NOPERM|OOM|READONLY|LOADING|MISCONF|CLUSTERDOWN|MASTERDOWN|CROSSSLOT|NOREPLICAS|WRONGTYPE|BUSY|MOVED)\b/;
const frame = /^\s+at .*[/\\:][^/\\]*:\d+:\d+\)?$/;
const maxFrames = 8;
const maxCauses = 4;

function nameOf({ name, constructor }: Error): string {
  const names = [name, constructor.name];
  return names.find((one) => /^[A-Za-z]{0,60}(Error|Exception)$/.test(one)) ?? "Error";
}

/** Returns an error's code after a space, such as " ECONNREFUSED", or an empty string. Codes can't contain API keys. */
function codeOf(error: Error): string {
  if (EaselError.is(error)) return ` ${error.code}`;
  const { code } = error as { readonly code?: unknown };
  if (typeof code === "string" && /^[A-Z_]+\d{0,5}$/.test(code)) return ` ${code}`;
  const word = redisWord.exec(error.message)?.[0];
  return word === undefined ? "" : ` ${word}`;
}

function framesOf({ stack = "", message }: Error): readonly string[] {
  const at = stack.indexOf(message);
  const lines = stack.slice(at === -1 ? 0 : at + message.length).split("\n");
  return lines.filter((line) => frame.test(line)).slice(0, maxFrames);
}

/** Describes an error for logs. Omits messages of unknown origin, which can contain prompts, keys, or tickets. */
export function describeCause(cause: unknown) {
  if (!(cause instanceof Error)) {
    const summary = cause === null ? "null" : `a value of type ${typeof cause}`;
    return { summary, frames: [], isCut: true };
  }
  const links: Error[] = [];
  let link: unknown = cause;
  for (let depth = 0; link instanceof Error && depth < maxCauses; depth += 1) {
    // An EaselError adds no information to the error that caused it.
    if (!EaselError.is(link) || link.cause === undefined) links.push(link);
    link = link.cause;
  }
  const own = links.find((error) => error instanceof OwnError || engineMessage.test(error.message));
  const chain = links.map((error) => nameOf(error) + codeOf(error)).join(", caused by ");
  return {
    summary: own ? `${chain}: ${own.message}` : chain,
    frames: framesOf(links.at(-1) ?? cause),
    isCut: own === undefined,
  };
}

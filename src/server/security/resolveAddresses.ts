import type { Model } from "../../models/defineModel.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { toEaselError } from "../events/submitError.ts";
import type { RouteRequest } from "../handler/findRoute.ts";
import { encodeDataUrl } from "../http/encodeDataUrl.ts";
import { parseUrl } from "../http/parseUrl.ts";
import { ownHosts } from "./createOrigins.ts";
import { fetchInputImage, type FetchFile } from "./fetchInputImage.ts";
import { findAddresses, type InputAddress } from "./findAddresses.ts";
import { isPrivateHost } from "./isPrivateHost.ts";
import { isPrivateUpload } from "./privateUploads.ts";

type Input = Readonly<Record<string, unknown>>;

/** For all images of one input. */
const fetchTimeMs = 10_000;
const mostImages = 16;

/** A file that the handler fetches, because the service may not or cannot. */
interface Source {
  readonly url: URL;
  readonly fetchFile: FetchFile;
}

function refuse({ keys, place, text }: InputAddress, problem: string): never {
  const shown = text.length > 120 ? `${text.slice(0, 120)}…` : text;
  const sentence = `"${shown}" ${problem}`;
  throw new EaselError("invalid_request", {
    message: `${place}: ${sentence}`,
    fields: { [keys[0] ?? ""]: sentence },
  });
}

/** The file behind an address of the handler's own asset route; undefined for other addresses. */
function assetBehind(
  { host, request }: RouteRequest,
  address: InputAddress,
  url: URL,
): URL | undefined {
  const isRoute = url.pathname.replace(/\/+$/, "") === `${host.basePath}/asset`;
  if (!isRoute || !ownHosts(request).includes(url.host)) return undefined;
  const file = parseUrl(url.searchParams.get("url") ?? "");
  const isKnown = file && host.backend.assetOrigins?.includes(file.origin);
  const isPlain = /^https?:$/.test(file?.protocol ?? "") && file?.username === "";
  return isKnown && isPlain && file.password === ""
    ? file
    : refuse(address, "leads to no result of this app.");
}

/** Whether an address leads into a private network, or to a file of the service's own machine. */
function isPrivate({ protocol, host }: URL): boolean {
  if (protocol === "file:") return true;
  // Only for the schemes of the web does URL read a host in all its spellings.
  const web = parseUrl(`http://${host}`);
  return host !== "" && (!web || isPrivateHost(web.hostname));
}

/**
 * Decides what is sent for an address: its file, or the address itself (undefined).
 *
 * @throws EaselError `invalid_request` when it is not to be fetched by the service
 */
async function sourceOf(visit: RouteRequest, address: InputAddress): Promise<Source | undefined> {
  const { host, userId } = visit;
  const { backend } = host;
  const { url, isImage } = address;
  if (!url) return refuse(address, "is not a valid address.");
  if (backend.readsInput?.(url.href)) return undefined;
  const fetchAsset: FetchFile = async (request) =>
    (await backend.fetchAsset?.(request)) ?? fetch(request);
  const asset = isImage ? assetBehind(visit, address, url) : undefined;
  if (asset) return { url: asset, fetchFile: fetchAsset };
  if (host.inputOrigins.has(url.origin)) {
    return isImage ? { url, fetchFile: (request) => fetch(request) } : undefined;
  }
  if (!isPrivate(url)) return undefined;
  const isOwn =
    isImage &&
    (backend.assetOrigins?.includes(url.origin) || (await isPrivateUpload(host, userId, url)));
  return isOwn
    ? { url, fetchFile: fetchAsset }
    : refuse(
        address,
        "is in a private network, where the image service must not fetch anything. Give a public address, or upload the image.",
      );
}

const placeOf = (keys: readonly string[]): string => JSON.stringify(keys);

/** A copy of a value with other texts at some places. */
function withTexts(
  value: unknown,
  texts: ReadonlyMap<string, string>,
  keys: readonly string[] = [],
): unknown {
  if (typeof value === "string") return texts.get(placeOf(keys)) ?? value;
  if (typeof value !== "object" || value === null) return value;
  const replaced = Object.entries(value).map(
    ([name, inner]) => [name, withTexts(inner, texts, [...keys, name])] as const,
  );
  return Array.isArray(value) ? replaced.map(([, inner]) => inner) : Object.fromEntries(replaced);
}

async function fetchAddresses(visit: RouteRequest, model: Model, input: Input): Promise<Input> {
  const { host } = visit;
  const signal = AbortSignal.timeout(fetchTimeMs);
  const images = new Map<string, string>();
  const texts = new Map<string, string>();
  let left = host.limits.bodyBytes;
  const fetchImage = async (address: InputAddress): Promise<string | undefined> => {
    const source = await sourceOf(visit, address);
    if (!source) return undefined;
    if (images.size === mostImages) throw new EaselError("too_large");
    const { url, fetchFile } = source;
    return encodeDataUrl(await fetchInputImage(host, address.place, url, fetchFile, signal));
  };
  for (const address of findAddresses(model, input)) {
    // One after the other, so that what is left of the size is known.
    // oxlint-disable-next-line eslint/no-await-in-loop
    const image = (address.isImage && images.get(address.text)) || (await fetchImage(address));
    if (image === undefined) continue;
    images.set(address.text, image);
    texts.set(placeOf(address.keys), image);
    left -= image.length;
    if (left < 0) throw new EaselError("too_large");
  }
  return texts.size === 0 ? input : (withTexts(input, texts) as Input);
}

/**
 * Checks the addresses in an input, before it is sent. The service fetches them, and a self-hosted one could reach the
 * host's private network, so private addresses are refused. Files of this app, uploads, and images from
 * `allowedInputOrigins` are fetched here and become data URLs: at most 16, in 10 seconds, in the size of a submit's body.
 *
 * @throws EaselError `invalid_request` or `too_large`, whose message names the place; `store_down`; what the backend throws,
 * and `internal` for a fault of it, which is reported
 */
export async function resolveAddresses(
  visit: RouteRequest,
  model: Model,
  input: Input,
): Promise<Input> {
  try {
    return await fetchAddresses(visit, model, input);
  } catch (thrown) {
    throw toEaselError(visit.host, "backend", thrown);
  }
}

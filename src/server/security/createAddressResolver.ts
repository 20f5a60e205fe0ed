import type { Model } from "../../models/defineModel.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import type { Backend } from "../backends/backend.ts";
import type { Report } from "../events/handlerEvent.ts";
import { toEaselError } from "../events/toEaselError.ts";
import { encodeDataUrl } from "../http/encodeDataUrl.ts";
import { parseUrl } from "../http/parseUrl.ts";
import { ownHosts } from "./createOrigins.ts";
import type { PrivateUploads } from "./createPrivateUploads.ts";
import { fetchInputImage, type FetchFile, type InputImageLimits } from "./fetchInputImage.ts";
import { findAddresses, type InputAddress } from "./findAddresses.ts";
import { isPrivateHost } from "./isPrivateHost.ts";

type Input = Readonly<Record<string, unknown>>;

/**
 * Checks the addresses in an input. A self-hosted service could reach the host's private network, so private ones are
 * refused. Files of this app, uploads, and images from `allowedInputOrigins` become data URLs.
 *
 * @throws EaselError `invalid_request` or `too_large`, whose message names the place; `store_down`; what the backend
 * throws
 */
export type ResolveAddresses = (
  sender: { readonly request: Request; readonly userId: string },
  model: Model,
  input: Input,
) => Promise<Input>;

interface ResolverContext {
  readonly backend: Pick<Backend, "assetOrigins" | "fetchAsset" | "readsInput">;
  readonly basePath: string;
  readonly inputOrigins: ReadonlySet<string>;
  readonly limits: InputImageLimits & { readonly bodyBytes: number };
  readonly privateUploads: PrivateUploads;
  readonly report: Report;
}

/** For all images of one input. */
const fetchTimeMs = 10_000;
const maxImages = 16;

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

function isPrivate({ protocol, host }: URL): boolean {
  if (protocol === "file:") return true;
  // `URL` reads a host in all its spellings only for http and https.
  const web = parseUrl(`http://${host}`);
  return host !== "" && (!web || isPrivateHost(web.hostname));
}

const placeOf = (keys: readonly string[]): string => JSON.stringify(keys);

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

export function createAddressResolver({
  backend,
  basePath,
  inputOrigins,
  limits,
  privateUploads,
  report,
}: ResolverContext): ResolveAddresses {
  const fetchAsset: FetchFile = async (request) =>
    (await backend.fetchAsset?.(request)) ?? fetch(request);

  /** The file behind an address of the handler's own asset route. */
  function assetBehind(request: Request, address: InputAddress, url: URL): URL | undefined {
    const isRoute = url.pathname.replace(/\/+$/, "") === `${basePath}/asset`;
    if (!isRoute || !ownHosts(request).includes(url.host)) return undefined;
    const file = parseUrl(url.searchParams.get("url") ?? "");
    const isKnown = file && backend.assetOrigins?.includes(file.origin);
    const isPlain = /^https?:$/.test(file?.protocol ?? "") && file?.username === "";
    return isKnown && isPlain && file.password === ""
      ? file
      : refuse(address, "leads to no result of this app.");
  }

  /** Returns the file to send instead of an address. Throws where the service must not fetch it. */
  async function sourceOf(
    { request, userId }: Parameters<ResolveAddresses>[0],
    address: InputAddress,
  ): Promise<Source | undefined> {
    const { url, isImage } = address;
    if (!url) return refuse(address, "is not a valid address.");
    if (backend.readsInput?.(url.href)) return undefined;
    const asset = isImage ? assetBehind(request, address, url) : undefined;
    if (asset) return { url: asset, fetchFile: fetchAsset };
    if (inputOrigins.has(url.origin)) {
      return isImage ? { url, fetchFile: (image) => fetch(image) } : undefined;
    }
    if (!isPrivate(url)) return undefined;
    const isOwn =
      isImage &&
      (backend.assetOrigins?.includes(url.origin) || (await privateUploads.has(userId, url)));
    return isOwn
      ? { url, fetchFile: fetchAsset }
      : refuse(
          address,
          "is in a private network, where the image service must not fetch anything. Give a public address, or upload the image.",
        );
  }

  async function fetchAddresses(...[sender, model, input]: Parameters<ResolveAddresses>) {
    const signal = AbortSignal.timeout(fetchTimeMs);
    const images = new Map<string, string>();
    const texts = new Map<string, string>();
    let left = limits.bodyBytes;
    const fetchImage = async (address: InputAddress): Promise<string | undefined> => {
      const source = await sourceOf(sender, address);
      if (!source) return undefined;
      if (images.size === maxImages) throw new EaselError("too_large");
      const { url, fetchFile } = source;
      return encodeDataUrl(await fetchInputImage(limits, address.place, url, fetchFile, signal));
    };
    for (const address of findAddresses(model, input)) {
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

  return async (...args) => {
    try {
      return await fetchAddresses(...args);
    } catch (thrown) {
      throw toEaselError(report, "backend", thrown);
    }
  };
}

import type { Model } from "../../models/defineModel.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import type { GuardedBackend } from "../backends/guardBackend.ts";
import type { Report } from "../events/handlerEvent.ts";
import { toEaselError } from "../events/toEaselError.ts";
import { encodeDataUrl } from "../http/encodeDataUrl.ts";
import { parseUrl } from "../http/parseUrl.ts";
import { ownHosts } from "./createOrigins.ts";
import type { PrivateUploads } from "./createPrivateUploads.ts";
import { fetchInputImage, type FetchFile, type InputImageLimits } from "./fetchInputImage.ts";
import { findAddresses, type InputAddress } from "./findAddresses.ts";
import { isPrivateHost } from "./isPrivateHost.ts";
import { readAssetAddress } from "./readAssetAddress.ts";

type Input = Readonly<Record<string, unknown>>;

interface ResolverContext {
  readonly backend: GuardedBackend;
  readonly basePath: string;
  readonly inputOrigins: ReadonlySet<string>;
  readonly limits: InputImageLimits & { readonly bodyBytes: number };
  readonly privateUploads: PrivateUploads;
  readonly report: Report;
}

interface Sender {
  readonly request: Request;
  readonly userId: string;
}

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
  // `URL` normalizes hosts only for http and https.
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

/**
 * Creates a function that replaces the app's own images in an input with data URLs. Refuses private addresses, because
 * a self-hosted service could reach them.
 */
export function createAddressResolver(context: ResolverContext) {
  const { backend, basePath, inputOrigins, limits, privateUploads, report } = context;

  function assetBehind(request: Request, address: InputAddress, url: URL): URL | undefined {
    const isRoute = url.pathname.replace(/\/+$/, "") === `${basePath}/asset`;
    if (!isRoute || !ownHosts(request).includes(url.host)) return undefined;
    return (
      readAssetAddress(backend.assetOrigins, url) ?? refuse(address, "isn't a result of this app.")
    );
  }

  async function sourceOf(
    { request, userId }: Sender,
    address: InputAddress,
  ): Promise<Source | undefined> {
    const { url, isImage } = address;
    if (!url) return refuse(address, "isn't a valid address.");
    if (backend.readsInput(url.href)) return undefined;
    const asset = isImage ? assetBehind(request, address, url) : undefined;
    if (asset) return { url: asset, fetchFile: backend.fetchAsset };
    if (inputOrigins.has(url.origin)) {
      return isImage ? { url, fetchFile: (image) => fetch(image) } : undefined;
    }
    if (!isPrivate(url)) return undefined;
    const isOwn =
      isImage &&
      (backend.assetOrigins.includes(url.origin) || (await privateUploads.has(userId, url)));
    return isOwn
      ? { url, fetchFile: backend.fetchAsset }
      : refuse(
          address,
          "is in a private network, which the image service must not access. Use a public address, or upload the image.",
        );
  }

  async function fetchImage(
    sender: Sender,
    address: InputAddress,
    fetched: ReadonlyMap<string, string>,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const source = await sourceOf(sender, address);
    if (!source) return undefined;
    if (fetched.size === maxImages) throw new EaselError("too_large");
    const { url, fetchFile } = source;
    return encodeDataUrl(await fetchInputImage(limits, address.place, url, fetchFile, signal));
  }

  return async (sender: Sender, model: Model, input: Input): Promise<Input> => {
    const signal = AbortSignal.timeout(fetchTimeMs);
    const images = new Map<string, string>();
    const texts = new Map<string, string>();
    let left = limits.bodyBytes;
    try {
      for (const address of findAddresses(model, input)) {
        const { keys, text, isImage } = address;
        const known = isImage ? images.get(text) : undefined;
        // oxlint-disable-next-line eslint/no-await-in-loop -- one image at a time
        const image = known ?? (await fetchImage(sender, address, images, signal));
        if (image === undefined) continue;
        images.set(text, image);
        texts.set(placeOf(keys), image);
        left -= image.length;
        if (left < 0) throw new EaselError("too_large");
      }
    } catch (thrown) {
      throw toEaselError(report, "backend", thrown);
    }
    return texts.size === 0 ? input : (withTexts(input, texts) as Input);
  };
}

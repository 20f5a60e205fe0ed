import { catalog } from "../models/catalog/catalog.ts";
import type { Model } from "../models/defineModel.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { Backend } from "../server/backends/backend.ts";
import { isAbsent } from "../server/backends/isAbsent.ts";
import { segmind } from "../server/backends/segmind.ts";
import { createHandler } from "../server/handler/createHandler.ts";
import type { CloseOptions } from "../server/handler/handler.ts";
import { parseUrl } from "../server/http/parseUrl.ts";
import { readUrl } from "../server/http/readUrl.ts";
import { errorResponse } from "../server/http/respond.ts";
import type { HandlerOptions } from "../server/options/handlerOptions.ts";
import type { EndedJob, HandlerUser } from "../server/options/hookEvents.ts";
import { runSandbox } from "./createSandbox.ts";
import { createService } from "./createService.ts";
import { toDataUrl } from "./dataUrl.ts";
import { keptSandbox } from "./keptSandbox.ts";
import { withFilesBelow, withInlineImages } from "./mapFiles.ts";
import { pageOrigin } from "./pageOrigin.ts";
import { defaultTiming } from "./runTiming.ts";
import type { SandboxOptions } from "./sandboxOptions.ts";
import { withCancel } from "./withCancel.ts";

type OrUndefined<T> = { readonly [Name in keyof T]?: T[Name] | undefined };

export interface SandboxHandlerOptions<User extends HandlerUser = HandlerUser>
  extends
    OrUndefined<Omit<HandlerOptions<User>, "backend">>,
    OrUndefined<Pick<SandboxOptions, "cancel" | "credits" | "faults" | "publish" | "paint">> {
  /** Speed relative to the service: 1 is the model's typical latency, and `Infinity` makes jobs instant. @default 3 */
  readonly speed?: number | undefined;
  /**
   * Handlers with the same name share jobs, files, attempts, and credits, even across hot reloads. @default basePath
   */
  readonly name?: string | undefined;
  /** Whether to enable the handler even if `NODE_ENV` is `production`, such as for a demo. @default false */
  readonly production?: boolean | undefined;
}

type Handler = ReturnType<typeof createHandler>;

const apiKey = "SG_0123456789abcdef";

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** Uses the exact expression that bundlers replace. In a browser without a bundler, `process` doesn't exist. */
function isProduction(): boolean {
  try {
    return process.env.NODE_ENV === "production";
  } catch {
    return false;
  }
}

const refusal =
  'createSandboxHandler: NODE_ENV is "production", and users would get sandbox images instead of generated ones, so the sandbox rejects all requests. Use createHandler({ backend: segmind({ apiKey }), … }), or set production: true if this is a demo.';

/** Returns the options without undefined values, which would otherwise replace defaults. */
const withoutUndefined = <T extends object>(options: T) =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]?: Exclude<T[Name], undefined>;
  };

function sped(model: Model, speed: number): Model {
  if (!model.latency) return model;
  const { typicalMs, slowMs } = model.latency;
  return { ...model, latency: { typicalMs: typicalMs / speed, slowMs: slowMs / speed } };
}

/**
 * Creates a handler that needs no API key or secret. The handler runs `createHandler` on a sandbox in real time, paints
 * images in this process, and serves them under `basePath`. Costs nothing and makes no network requests. A prompt can
 * name a fault, such as `a red fox sandbox:content-block`. `sandboxFaults` lists all faults.
 *
 * By default, the handler offers the whole catalog, treats all visitors as one user, exposes cost and credits, and runs
 * a job in two or three seconds. Jobs and files survive a hot reload (see `name`) but not a restart. Memory holds at
 * most 5,000 files and 5,000 jobs, and at most 100 MB of each.
 *
 * If `NODE_ENV` is `production` and the `production` option isn't set, every request, including `/health`, fails with
 * `not_configured`. Creating the handler doesn't throw in this case, so that the app can be built.
 *
 * @example
 * const handler = createSandboxHandler({ authorize: readSession });
 *
 * @throws TypeError for an invalid `speed`, or for an option that `createHandler` rejects
 */
export function createSandboxHandler<User extends HandlerUser>(
  options: SandboxHandlerOptions<User> = {},
): Handler {
  const { cancel, credits = 100, faults, speed = 3, name, production, ...rest } = options;
  // If the handler runs in a page, its images are inlined, because an `<img>` can't load them from the handler.
  const usualPublish = typeof document === "undefined" ? undefined : toDataUrl;
  const { publish = usualPublish, paint, ...own } = rest;
  const { basePath = "/api/easel", models = catalog } = own;
  if (!(speed > 0)) {
    throw new TypeError(
      `createSandboxHandler: speed is ${speed}, so no job would ever end. Pass a number above 0, or Infinity.`,
    );
  }
  const isRefused = () => !production && isProduction();
  const mountPath = basePath.replace(/\/$/, "");
  const filesPath = `${mountPath}/sandbox`;

  const secrets = [own.secret].flat().filter((secret) => !isAbsent(secret));
  const create = (
    backend: Backend,
    { secret, store }: Pick<HandlerOptions<User>, "secret" | "store">,
    hooks: Pick<HandlerOptions<User>, "onJobEnd"> = {},
  ) =>
    createHandler<User | HandlerUser>({
      authorize: () => ({ userId: "sandbox" }),
      expose: { cost: true, credits: true },
      store,
      ...withoutUndefined(own),
      ...hooks,
      secret: secrets.length > 0 ? secrets : secret,
      backend,
      models: models.map((model) => sped(model, speed)),
    });
  // Validates the options. The secret is constant, because edge runtimes can't create random values before a request.
  create(segmind({ apiKey }), { secret: "0123456789abcdef0123456789abcdef" });

  function start() {
    const kept = keptSandbox(name ?? basePath, { credits, publishes: publish !== undefined });
    const sandboxOptions: SandboxOptions = {
      models,
      now: Date.now,
      timing(model, input) {
        const { queueMs, runMs } = defaultTiming(model, input);
        return { queueMs: queueMs / speed, runMs: runMs / speed };
      },
      ...withoutUndefined({ cancel, faults, publish, paint }),
    };
    const service = createService(sandboxOptions, kept.memory);
    const sandbox = runSandbox(sandboxOptions, service);
    const plain = segmind({ apiKey, fetch: sandbox.fetch });
    const backend = {
      ...(cancel ? withCancel(plain, { apiKey, fetch: sandbox.fetch }) : plain),
      readsInput: (url: string) => new URL(url).pathname.startsWith(`${mountPath}/`),
      missingConfig: () => (isRefused() ? refusal : undefined),
    };
    const { onJobEnd } = own;
    const hooks = onJobEnd && {
      onJobEnd: async (job: EndedJob<User>) =>
        onJobEnd(await withInlineImages(job, service.images)),
    };
    const createFor = (assetOrigins: readonly string[]) =>
      create({ ...backend, assetOrigins }, kept, hooks);
    return { sandbox, handler: createFor([]), createFor };
  }

  let running: ReturnType<typeof start> | undefined;
  const run = () => (running ??= start());

  // Any origin is allowed, because the files are read in this process and not from the network.
  function originsOfAsset({ searchParams }: URL): readonly string[] {
    const address = parseUrl(searchParams.get("url") ?? "");
    return address?.pathname.startsWith(`${filesPath}/`) ? [address.origin] : [];
  }

  async function answer(request: Request): Promise<Response> {
    const { sandbox, handler, createFor } = run();
    const url = readUrl(request);
    if (!url) return handler(request);
    if (!isRefused() && url.pathname.startsWith(`${filesPath}/`)) {
      try {
        return await sandbox.fetch(request);
      } catch (cause) {
        return errorResponse(new EaselError("upstream_unavailable", { cause }));
      }
    }
    const isAsset = !isRefused() && url.pathname === `${mountPath}/asset`;
    const response = await (isAsset ? createFor(originsOfAsset(url)) : handler)(request);
    return withFilesBelow(pageOrigin(request) + filesPath, response);
  }

  return Object.assign(answer, {
    readTicket: (ticket: unknown, userId: string) => run().handler.readTicket(ticket, userId),
    close: (closing?: CloseOptions) => run().handler.close(closing),
  });
}

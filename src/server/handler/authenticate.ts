import { EaselError } from "../../protocol/EaselError.ts";
import { OwnError } from "../events/ownError.ts";
import type { HandlerUser } from "../options/hookEvents.ts";
import type { HandlerCore } from "./createCore.ts";

const hookFailed = (): EaselError => new EaselError("internal", { charged: "no", retry: "safe" });

async function findUser({ hooks, report }: HandlerCore, request: Request): Promise<HandlerUser> {
  if (hooks.authorize === "public") return { userId: "public" };
  let user: HandlerUser | null | undefined;
  try {
    user = await hooks.authorize(request);
    const userId: unknown = user?.userId;
    if (user && (typeof userId !== "string" || userId === "")) {
      throw new OwnError(
        "authorize returned no userId, so users could not be distinguished. Return { userId } with a string that is unique to the user, or null.",
      );
    }
  } catch (cause) {
    report({ type: "error", where: "authorize", cause });
    throw hookFailed();
  }
  if (!user) throw new EaselError("unauthorized");
  return user;
}

function findCaller(
  { hooks, limits, report }: HandlerCore,
  request: Request,
  userId: string,
): string {
  if (hooks.authorize !== "public" || !limits.clientKey) return userId;
  try {
    const key: unknown = limits.clientKey(request);
    if (typeof key === "string") return key;
    if (key instanceof Promise) key.catch(() => undefined);
    throw new OwnError(
      `limits.clientKey returned a value of type ${typeof key}, so visitors could not be distinguished. Return a string, such as the address that your proxy puts into a header, and not a promise.`,
    );
  } catch (cause) {
    report({ type: "error", where: "clientKey", cause });
    throw hookFailed();
  }
}

/**
 * Returns the user and the caller whose limits count.
 *
 * @throws EaselError `unauthorized`; `internal` where `authorize` or `clientKey` fails, which is reported
 */
export async function authenticate(
  core: HandlerCore,
  request: Request,
): Promise<{ readonly user: HandlerUser; readonly caller: string }> {
  const user = await findUser(core, request);
  return { user, caller: findCaller(core, request, user.userId) };
}

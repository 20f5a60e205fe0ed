import { EaselError } from "../../protocol/EaselError.ts";
import type { HandlerCore } from "../core/createCore.ts";
import type { Report } from "../events/handlerEvent.ts";
import { OwnError } from "../events/ownError.ts";
import type { HandlerUser } from "../options/hookEvents.ts";

type Identification = Pick<HandlerCore, "hooks" | "limits" | "report">;

function hookFailed(report: Report, where: "authorize" | "clientKey", cause: unknown) {
  report({ type: "error", where, cause });
  return new EaselError("internal", { charged: "no", retry: "safe" });
}

async function findUser({ hooks, report }: Identification, request: Request): Promise<HandlerUser> {
  if (hooks.authorize === "public") return { userId: "public" };
  let user: HandlerUser | null | undefined;
  try {
    user = await hooks.authorize(request);
    const userId: unknown = user?.userId;
    if (user && (typeof userId !== "string" || userId === "")) {
      throw new OwnError(
        "authorize returned no userId, so users can't be distinguished. Return { userId } with a string unique to the user, or null.",
      );
    }
  } catch (cause) {
    throw hookFailed(report, "authorize", cause);
  }
  if (!user) throw new EaselError("unauthorized");
  return user;
}

function findCaller(
  { hooks, limits, report }: Identification,
  request: Request,
  userId: string,
): string {
  if (hooks.authorize !== "public" || !limits.clientKey) return userId;
  try {
    const key: unknown = limits.clientKey(request);
    if (typeof key === "string") return key;
    if (key instanceof Promise) key.catch(() => undefined);
    throw new OwnError(
      `limits.clientKey returned a value of type ${typeof key}, so visitors can't be distinguished. Return a string, not a promise, such as the address your proxy puts in a header.`,
    );
  } catch (cause) {
    throw hookFailed(report, "clientKey", cause);
  }
}

export async function authenticate(core: Identification, request: Request) {
  const user = await findUser(core, request);
  return { user, caller: findCaller(core, request, user.userId) };
}

import { lazyModule } from "../../../client/lazyModule.ts";

/** Lazy module with the list of styles. */
export const styleListModule = lazyModule(() => import("./StyleList.tsx"));

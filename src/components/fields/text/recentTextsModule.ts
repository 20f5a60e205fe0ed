import { lazyModule } from "../../../client/lazyModule.ts";

/** Lazy module with the menu of recent texts. Loaded when the button that opens it is hovered or focused. */
export const recentTextsModule = lazyModule(() => import("./RecentTextsMenu.tsx"));

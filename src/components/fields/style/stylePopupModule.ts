import { lazyModule } from "../../../client/lazyModule.ts";

/** Lazy module with the popup for the list of styles. Loaded when the button that opens it is hovered or focused. */
export const stylePopupModule = lazyModule(() => import("./StylePopup.tsx"));

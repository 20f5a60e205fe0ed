import { lazyModule } from "../../../client/lazyModule.ts";

/** Lazy module with a combobox's list. Loaded when the text box is hovered or focused. */
export const comboboxListModule = lazyModule(() => import("./ComboboxList.tsx"));

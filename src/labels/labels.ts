import type { ModelLabels } from "../models/modelLabels.ts";
import type { CreditsLabels } from "./creditsLabels.ts";
import type { FormLabels } from "./formLabels.ts";
import type { HistoryLabels } from "./historyLabels.ts";
import type { ImageLabels } from "./imageLabels.ts";
import type { Overrides } from "./mergeOverrides.ts";
import type { PromptLabels } from "./promptLabels.ts";
import type { ResultLabels } from "./resultLabels.ts";
import type { StudioLabels } from "./studioLabels.ts";
import type { TrayLabels } from "./trayLabels.ts";

/** All texts of the components, and translations of models. */
export interface Labels {
  readonly credits: CreditsLabels;
  readonly form: FormLabels;
  readonly image: ImageLabels;
  readonly models: ModelLabels;
  readonly prompt: PromptLabels;
  readonly history: HistoryLabels;
  readonly result: ResultLabels;
  readonly studio: StudioLabels;
  readonly tray: TrayLabels;
}

/** Overrides at any depth, such as one error message. The rest stays English. */
export type LabelOverrides = Overrides<Labels>;

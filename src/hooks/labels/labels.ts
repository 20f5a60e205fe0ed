import { refusalWords, type ModelWords } from "../../models/index.ts";
import { creditsLabels, type CreditsLabels } from "./creditsLabels.ts";
import { formLabels, type FormLabels } from "./formLabels.ts";
import { imageLabels, type ImageLabels } from "./imageLabels.ts";
import { mergeWords, type PartOf } from "./mergeWords.ts";
import { promptLabels, type PromptLabels } from "./promptLabels.ts";
import { historyLabels, type HistoryLabels } from "./historyLabels.ts";
import { resultLabels, type ResultLabels } from "./resultLabels.ts";
import { studioLabels, type StudioLabels } from "./studioLabels.ts";
import { trayLabels, type TrayLabels } from "./trayLabels.ts";

/** Every word that the components say by themselves, and a model's own words in another language. */
export interface Labels {
  readonly credits: CreditsLabels;
  readonly form: FormLabels;
  readonly image: ImageLabels;
  readonly models: ModelWords;
  readonly prompt: PromptLabels;
  readonly history: HistoryLabels;
  readonly result: ResultLabels;
  readonly studio: StudioLabels;
  readonly tray: TrayLabels;
}

/** Some of the words, as deep as they go: one error's sentence can be replaced alone. The rest stay English. */
export type LabelOverrides = PartOf<Labels>;

/** The words that stand where an app gives none. */
export const english: Labels = {
  credits: creditsLabels,
  form: formLabels,
  image: imageLabels,
  models: { phrases: {}, refusals: refusalWords },
  prompt: promptLabels,
  history: historyLabels,
  result: resultLabels,
  studio: studioLabels,
  tray: trayLabels,
};

/** The English words, with the app's own over them. */
export const mergeLabels = (own: LabelOverrides = {}): Labels => mergeWords(english, own);

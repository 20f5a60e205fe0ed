export { PromptFormField as Field } from "./PromptFormField.tsx";
export { PromptFormFields as Fields } from "./PromptFormFields.tsx";
export { PromptFormPrice as Price } from "./PromptFormPrice.tsx";
export { PromptFormReasons as Reasons } from "./PromptFormReasons.tsx";
export { PromptFormRoot as Root } from "./PromptFormRoot.tsx";
export { PromptFormSeedLock as SeedLock } from "./PromptFormSeedLock.tsx";
export { PromptFormSubmit as Submit } from "./PromptFormSubmit.tsx";

export { GenerateImagePreview as Preview } from "./GenerateImagePreview.tsx";
export { GenerateImageRemove as Remove } from "./GenerateImageRemove.tsx";
export { GenerateImageRoot as Root } from "./GenerateImageRoot.tsx";
export { GenerateImageTrigger as Trigger } from "./GenerateImageTrigger.tsx";
export { GenerateImageUpload as Upload } from "./GenerateImageUpload.tsx";

export { ImageResultCopy as Copy } from "./ImageResultCopy.tsx";
export { ImageResultDetails as Details } from "./ImageResultDetails.tsx";
export { ImageResultDownload as Download } from "./ImageResultDownload.tsx";
export { ImageResultGrid as Grid } from "./ImageResultGrid.tsx";
export { ImageResultImage as Image } from "./ImageResultImage.tsx";
export { ImageResultReuse as Reuse } from "./ImageResultReuse.tsx";
export { ImageResultRoot as Root } from "./ImageResultRoot.tsx";
export { ImageResultZoom as Zoom } from "./ImageResultZoom.tsx";

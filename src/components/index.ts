export { type PartProps, type PartState } from "./renderPart.ts";

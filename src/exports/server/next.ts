export { toNextHandlers } from "../../server/adapters/next.ts";

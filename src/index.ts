export * from "./client/index.ts";
export * from "./components/index.ts";
export * from "./hooks/index.ts";
export * from "./models/index.ts";

import { workerData } from "node:worker_threads";
import { fastTime, type FastTime } from "./fastTime.ts";

// Loads first, so that no module keeps the real clock.
fastTime((workerData as { readonly time: FastTime }).time);
const { startBackend } = await import("./backend.ts");
startBackend();

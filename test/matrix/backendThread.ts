import { workerData } from "node:worker_threads";
import { fastTime, type FastTime } from "./fastTime.ts";

// Runs before other modules load, so that none of them keeps the real clock.
fastTime((workerData as { readonly time: FastTime }).time);
const { startBackend } = await import("./backend.ts");
startBackend();

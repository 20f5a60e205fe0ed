import { createFiles } from "./createFiles.ts";
import { createJobs } from "./createJobs.ts";

export interface MemoryOptions {
  readonly credits: number;
  readonly filesUrl: string;
  readonly publishes: boolean;
}

export type SandboxMemory = ReturnType<typeof createMemory>;

/** Rounds to 6 decimal places, because a balance could otherwise become 99.99199999999999. */
const round = (credits: number): number => Math.round(credits * 1e6) / 1e6;

const createAccount = (credits: number) => ({
  credits,
  charge(cost: number) {
    this.credits = round(this.credits - cost);
  },
});

export const createMemory = ({ credits, filesUrl, publishes }: MemoryOptions) => ({
  account: createAccount(credits),
  files: createFiles(filesUrl),
  jobs: createJobs({ publishes }),
});

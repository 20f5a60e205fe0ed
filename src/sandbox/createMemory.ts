import { createFiles } from "./createFiles.ts";
import { createJobs } from "./createJobs.ts";

export interface MemoryOptions {
  /** @default 100 */
  readonly credits?: number | undefined;
  readonly filesUrl: string;
  /** The service publishes its images and serves no files. */
  readonly publishes: boolean;
}

export type SandboxMemory = ReturnType<typeof createMemory>;

/** Without rounding, a balance would become 99.99199999999999. */
const round = (credits: number): number => Math.round(credits * 1e6) / 1e6;

function createAccount(credits: number) {
  const account = {
    credits,
    charge: (cost: number) => {
      account.credits = round(account.credits - cost);
    },
  };
  return account;
}

export const createMemory = ({ credits = 100, filesUrl, publishes }: MemoryOptions) => ({
  account: createAccount(credits),
  files: createFiles(filesUrl),
  jobs: createJobs({ publishes }),
});

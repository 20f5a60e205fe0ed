import { createAccount } from "./createAccount.ts";
import { createFiles } from "./createFiles.ts";
import { createJobs } from "./createJobs.ts";
import type { SandboxMemory } from "./service.ts";

export interface MemoryOptions {
  /** @default 100 */
  readonly credits?: number | undefined;
  /** The address that files are served below. */
  readonly filesUrl: string;
  /** The service publishes its images and serves no files. */
  readonly publishes: boolean;
}

export function createMemory({ credits = 100, filesUrl, publishes }: MemoryOptions): SandboxMemory {
  return {
    account: createAccount(credits),
    files: createFiles(filesUrl),
    jobs: createJobs({ publishes }),
  };
}

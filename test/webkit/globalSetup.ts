import type { TestProject } from "vitest/node";
import { startStorybook } from "../startStorybook.ts";

export default (project: TestProject) => startStorybook(project, "webkit");

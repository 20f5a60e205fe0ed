import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";
import { patience } from "./patience.ts";

// Preloads lazy code, so that tests with a fake clock don't have to wait for it.
await Promise.all([
  import("../src/client/createHostClient.ts"),
  import("../src/models/recipes/recipes.ts"),
  import("../src/runtime/watch.ts"),
]);

configure({ asyncUtilTimeout: patience });

// Testing Library registers its cleanup only for the first file that imports it.
afterEach(cleanup);

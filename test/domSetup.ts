import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";
import { patience } from "./patience.ts";

configure({ asyncUtilTimeout: patience });

// Testing Library registers its own cleanup once, for the first file that imports it.
afterEach(cleanup);

import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { Job } from "../../runtime/job.ts";
import { JobThumbnail } from "./JobThumbnail.tsx";

afterEach(cleanup);

test.each([
  ["https://files.test/1.png", "img"],
  ["https://files.test/0b9a2c4e", "img"],
  ["https://files.test/1.mp4", "span"],
  ["https://files.test/1.glb", "span"],
])("renders %s as <%s>, so that only images load as images", (url, tag) => {
  const result = { requestId: "job", images: [{ url }], body: {} };
  const { container } = render(<JobThumbnail job={{ result } as unknown as Job} of="history" />);
  expect(container.firstElementChild?.tagName.toLowerCase()).toBe(tag);
});

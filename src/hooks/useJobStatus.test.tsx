import { cleanup, renderHook, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { Client } from "../client/client.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { EaselProvider } from "./EaselProvider.tsx";
import { useJobResult } from "./useJobResult.ts";
import { useJobStatus } from "./useJobStatus.ts";

afterEach(cleanup);

const completed: Client = {
  submit: vi.fn<Client["submit"]>(),
  getStatus: async (requestId) => ({ requestId, state: "completed" }),
  getResult: async (requestId) => ({ requestId, images: [], text: "an image", body: {} }),
};

const inside = (client: Client) => ({
  wrapper: ({ children }: { children: React.ReactNode }) => (
    <EaselProvider client={client}>{children}</EaselProvider>
  ),
});

test("useJobStatus needs only a request ID, on any page", async () => {
  const { result } = renderHook(() => useJobStatus("job-1"), inside(completed));
  await waitFor(() => expect(result.current.data?.state).toBe("completed"));
});

test("useJobStatus sends no request without an ID", () => {
  const getStatus = vi.fn<Client["getStatus"]>();
  const { result } = renderHook(() => useJobStatus(undefined), inside({ ...completed, getStatus }));
  expect(result.current.fetchStatus).toBe("idle");
  expect(getStatus).not.toHaveBeenCalled();
});

test("useJobStatus returns `trouble` with the last known state", async () => {
  const getStatus = vi.fn<Client["getStatus"]>().mockRejectedValue(new EaselError("network"));
  const { result } = renderHook(() => useJobStatus("job-1"), inside({ ...completed, getStatus }));
  await waitFor(() => expect(result.current.data?.trouble?.code).toBe("network"));
  expect(result.current.data?.state).toBe("queued");
  expect(result.current.error).toBeNull();
});

test("useJobResult waits for the job, then returns its result", async () => {
  const { result } = renderHook(() => useJobResult("job-1"), inside(completed));
  await waitFor(() => expect(result.current.data?.text).toBe("an image"));
});

test("throws an error with instructions if there is no provider", () => {
  vi.spyOn(console, "error").mockReturnValue();
  expect(() => renderHook(() => useJobStatus("job-1"))).toThrow(/Wrap your app.*EaselProvider/);
});

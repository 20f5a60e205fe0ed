import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { StrictMode, type ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Client, UploadOptions } from "../client/client.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { EaselProvider } from "./EaselProvider.tsx";
import { useImageUpload } from "./useImageUpload.ts";

/** Result of preparing an image, mocked because happy-dom has no canvas: its size in bytes, or a rejection code. */
const drawn = vi.hoisted(() => ({ bytes: 9_000, refused: undefined as string | undefined }));
vi.mock("../images/prepareInWorker.ts", () => ({
  prepareInWorker: (file: Blob) =>
    Promise.resolve(
      drawn.refused === undefined
        ? {
            image: {
              blob: new Blob([new Uint8Array(drawn.bytes)], { type: "image/jpeg" }),
              width: 1024,
              height: 768,
              original: { width: 4032, height: 3024, bytes: file.size },
            },
          }
        : { refused: drawn.refused },
    ),
}));

beforeEach(() => Object.assign(drawn, { bytes: 9_000, refused: undefined }));
afterEach(cleanup);

const notAsked = () => Promise.reject(new Error("No request is expected."));
const uploads = { uploadBytes: 10_000_000, uploadPixels: 50_000_000 };

function hookOn(client: Partial<Client>, onReady = vi.fn()) {
  const whole: Client = { submit: notAsked, getStatus: notAsked, getResult: notAsked, ...client };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <EaselProvider client={whole}>{children}</EaselProvider>
    </StrictMode>
  );
  return { ...renderHook(() => useImageUpload({ onReady }), { wrapper }), onReady };
}

const config = (limits: object) => () => Promise.resolve({ models: [], limits });
const photo = (name = "boat.jpg") => new File([new Uint8Array(3_200_000)], name);

test("uploads a photo if the backend offers uploads, and returns its old and new size", async () => {
  const uploadImage = vi.fn(() => Promise.resolve({ url: "https://files.test/1.jpg" }));
  const { result, onReady } = hookOn({ uploadImage, getConfig: config(uploads) });
  let url: string | undefined;
  await act(async () => (url = await result.current.upload(photo())));
  expect(url).toBe("https://files.test/1.jpg");
  expect(result.current).toMatchObject({ status: "ready", isPending: false, url });
  expect(result.current.image).toMatchObject({
    width: 1024,
    height: 768,
    original: { width: 4032, height: 3024, bytes: 3_200_000 },
  });
  expect(onReady).toHaveBeenCalledOnce();
  expect(uploadImage).toHaveBeenCalledOnce();
});

test("returns the uploaded fraction that the transport reports", async () => {
  let report: UploadOptions["onProgress"];
  const uploadImage: Client["uploadImage"] = (_image, options) => {
    report = options?.onProgress;
    return new Promise(() => {});
  };
  const { result } = hookOn({ uploadImage, getConfig: config(uploads) });
  act(() => void result.current.upload(photo()));
  await waitFor(() => expect(result.current.status).toBe("uploading"));
  expect(result.current.progress).toBeUndefined();
  act(() => report?.(0.4));
  expect(result.current.progress).toBe(0.4);
});

test.each([
  ["the backend offers no uploads", { uploadImage: vi.fn(notAsked), getConfig: config({}) }, 9_000],
  ["the client has no `uploadImage`", {}, 9_000],
  ["the image is small", { uploadImage: vi.fn(notAsked), getConfig: config(uploads) }, 3_000],
])("sends an image inline if %s", async (_why, client, bytes) => {
  drawn.bytes = bytes;
  const { result } = hookOn(client);
  await act(() => result.current.upload(photo()));
  expect(result.current.url).toMatch(/^data:image\/jpeg;base64,/);
});

test("never fetches a URL", async () => {
  const { result } = hookOn({});
  await act(() => result.current.upload(" https://images.test/a.jpg "));
  expect(result.current).toMatchObject({ status: "ready", url: "https://images.test/a.jpg" });
  expect(result.current.image).toBeUndefined();
  await act(() => result.current.upload("images.test/b.jpg"));
  expect(result.current.error).toEqual({ code: "not-an-address" });
  expect(result.current.url).toBe("https://images.test/a.jpg");
});

test("returns the reason for a rejected file, and keeps the previous image", async () => {
  const { result } = hookOn({});
  await act(() => result.current.upload(photo()));
  const { url } = result.current;
  drawn.refused = "heic";
  await act(() => result.current.upload(photo("IMG_1.HEIC")));
  expect(result.current).toMatchObject({ status: "failed", error: { code: "heic" }, url });
  await act(() => result.current.upload(new File([], "nothing.png")));
  expect(result.current.error).toEqual({ code: "empty" });
});

test("retries a failed upload with the same image", async () => {
  const down = new EaselError("network");
  const uploadImage = vi
    .fn<NonNullable<Client["uploadImage"]>>()
    .mockRejectedValueOnce(down)
    .mockResolvedValue({ url: "https://files.test/2.jpg" });
  const { result } = hookOn({ uploadImage, getConfig: config(uploads) });
  const file = photo();
  await act(() => result.current.upload(file));
  expect(result.current).toMatchObject({
    status: "failed",
    error: { code: "upload", error: down },
  });
  expect(result.current.source).toBe(file);
  act(() => result.current.retry());
  await waitFor(() => expect(result.current.status).toBe("ready"));
  expect(result.current.url).toBe("https://files.test/2.jpg");
});

test("cancels the upload and restores the previous image", async () => {
  const aborted = vi.fn();
  const uploadImage: Client["uploadImage"] = (_image, options) =>
    new Promise((_resolve, reject) => {
      options?.signal?.addEventListener("abort", () => {
        aborted();
        reject(new EaselError("aborted"));
      });
    });
  const { result, onReady, unmount } = hookOn({ uploadImage, getConfig: config(uploads) });
  await act(() => result.current.upload("https://images.test/a.jpg"));
  act(() => void result.current.upload(photo()));
  await waitFor(() => expect(result.current.status).toBe("uploading"));
  act(() => result.current.cancel());
  expect(aborted).toHaveBeenCalledOnce();
  expect(result.current).toMatchObject({ status: "ready", url: "https://images.test/a.jpg" });
  expect(onReady).toHaveBeenCalledOnce();

  act(() => void result.current.upload(photo()));
  await waitFor(() => expect(result.current.status).toBe("uploading"));
  unmount();
  expect(aborted).toHaveBeenCalledTimes(2);
});

test("uses the later of two images", async () => {
  const ends: ((answer: { url: string }) => void)[] = [];
  const uploadImage = () => new Promise<{ url: string }>((resolve) => ends.push(resolve));
  const { result } = hookOn({ uploadImage, getConfig: config(uploads) });
  act(() => void result.current.upload(photo("first.jpg")));
  await waitFor(() => expect(ends).toHaveLength(1));
  act(() => void result.current.upload(photo("second.jpg")));
  await waitFor(() => expect(ends).toHaveLength(2));
  act(() => ends[1]?.({ url: "https://files.test/second.jpg" }));
  await waitFor(() => expect(result.current.status).toBe("ready"));
  act(() => ends[0]?.({ url: "https://files.test/first.jpg" }));
  await act(() => Promise.resolve());
  expect(result.current.url).toBe("https://files.test/second.jpg");
  act(() => result.current.reset());
  expect(result.current).toMatchObject({ status: "idle", url: undefined, source: undefined });
});

test("fails with a retryable error while the upload code can't be loaded", async () => {
  vi.resetModules();
  const upload = "../images/uploadInputImage.ts";
  vi.doMock(upload, () => {
    throw new TypeError("Failed to fetch dynamically imported module");
  });
  const { EaselProvider: Provider } = await import("./EaselProvider.tsx");
  const { useImageUpload: useUpload } = await import("./useImageUpload.ts");
  const client: Client = { submit: notAsked, getStatus: notAsked, getResult: notAsked };
  const onError = vi.fn();
  const { result } = renderHook(() => useUpload(), {
    wrapper: ({ children }) => (
      <Provider client={client} onError={onError}>
        {children}
      </Provider>
    ),
  });
  await act(() => result.current.upload(photo()));
  const error = { code: "not_loaded", charged: "no", retry: "safe" };
  expect(result.current).toMatchObject({ status: "failed", error: { code: "upload", error } });
  expect(onError).toHaveBeenCalledWith(expect.objectContaining(error), { during: "upload" });

  vi.doUnmock(upload);
  act(() => result.current.retry());
  await waitFor(() => expect(result.current.status).toBe("ready"));
});

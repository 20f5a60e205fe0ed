import { MultipartParser } from "@remix-run/multipart-parser";
import { expect, test, vi } from "vitest";
import { readForm } from "./readForm.ts";

const url = "https://host.example/api/easel/upload";
const type = "multipart/form-data; boundary=edge";
const report = vi.fn();

const part = (
  content: string,
  headers = 'Content-Disposition: form-data; name="a"; filename="b"',
) => `--edge\r\n${headers}\r\n\r\n${content}\r\n`;
const end = "--edge--\r\n";

const post = (body: string, contentType = type) =>
  new Request(url, { method: "POST", body, headers: { "content-type": contentType } });

const read = async (body: string, maxBytes = 10_000_000) =>
  new TextDecoder().decode(await readForm(report, post(body), maxBytes));

/** Counts the bytes that are searched, slice by slice. */
function watchSlices(): readonly number[] {
  const slices: number[] = [];
  const write = Object.getOwnPropertyDescriptor(MultipartParser.prototype, "write")
    ?.value as MultipartParser["write"];
  vi.spyOn(MultipartParser.prototype, "write").mockImplementation(function (
    this: MultipartParser,
    chunk,
  ) {
    slices.push(chunk.length);
    return write.call(this, chunk);
  });
  return slices;
}

test.each([0, 10, 255_000, 256_000, 511_000, 512_000, 767_950, 1_024_000])(
  "reads a file of %i bytes in slices, and each byte once",
  async (length) => {
    const slices = watchSlices();
    const form = `${part("x".repeat(length))}${end}`;
    expect((await read(form)).length).toBe(length);
    vi.restoreAllMocks();
    expect(slices.reduce((sum, each) => sum + each, 0)).toBe(form.length);
    expect(Math.max(...slices)).toBeLessThan(512_000);
  },
);

test("reads a form whose final line break would be a separate slice", async () => {
  const content = "x".repeat(768_001 - part("").length - end.length);
  expect((await read(`${part(content)}${end}`)).length).toBe(content.length);
});

test("reads a file that contains parts of the boundary, even across slices", async () => {
  const content = "\r\n--edg".repeat(100_000);
  expect(await read(`${part(content)}${end}`)).toBe(content);
});

test.each([
  ["a second part", part("x").repeat(30_000), "invalid_request", 256_000],
  [
    "headers larger than 8 kB",
    part("x", "x-a: ".padEnd(9_000_000, "y")),
    "invalid_request",
    256_000,
  ],
  ["a file that is too large", part("x".repeat(1_005_000)), "too_large", 1_024_000],
])("stops searching at %s", async (_, form, code, bytes) => {
  const slices = watchSlices();
  const maxBytes = code === "too_large" ? 1_000_000 : 10_000_000;
  await expect(read(form, maxBytes)).rejects.toMatchObject({ code });
  vi.restoreAllMocks();
  expect(slices.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(bytes);
});

test.each([
  ["a boundary that is too long", `multipart/form-data; boundary=${"a".repeat(71)}`],
  ["a boundary with invalid characters", 'multipart/form-data; boundary="é"'],
  ["no boundary", "multipart/form-data"],
])("doesn't read a form with %s", async (_, contentType) => {
  const request = post(part("x"), contentType);
  await expect(readForm(report, request, 1_000)).rejects.toMatchObject({ code: "invalid_request" });
  expect(request.bodyUsed).toBe(false);
});

test.each([
  ["that ends too soon", part("x")],
  ["with a field instead of a file", part("x", 'Content-Disposition: form-data; name="a"') + end],
  ["without parts", end],
  ["without bytes", ""],
])("rejects a form %s", async (_, form) => {
  await expect(read(form)).rejects.toMatchObject({ code: "invalid_request", charged: "no" });
});

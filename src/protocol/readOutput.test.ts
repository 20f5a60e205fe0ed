import { expect, test, vi } from "vitest";
import { readImages, readText } from "./readOutput.ts";

const url = "https://images.segmind.com/a.jpg";
const other = "https://images.segmind.com/b.jpg";
const mp4 = "https://images.segmind.com/a.mp4";
const png = "iVBORw0KGgoAAAANSUhEUg==";
const inline = (type: string, data: string) => ({
  url: `data:${type};base64,${data}`,
  contentType: type,
});

test.each<[string, Record<string, unknown>, unknown[]]>([
  ["a URL", { output: url }, [{ url }]],
  ["a URL without TLS", { output: "HTTP://a.example/b.png" }, [{ url: "HTTP://a.example/b.png" }]],
  ["a data URL", { output: `data:image/webp;base64,AA` }, [inline("image/webp", "AA")]],
  ["a png in base64", { output: png }, [inline("image/png", png)]],
  ["a jpeg in base64", { output: "/9j/4AAQ" }, [inline("image/jpeg", "/9j/4AAQ")]],
  ["a webp in base64", { output: "UklGRiQA" }, [inline("image/webp", "UklGRiQA")]],
  ["a gif in base64", { output: "R0lGODlh" }, [inline("image/gif", "R0lGODlh")]],
  ["a list", { output: [url, png] }, [{ url }, inline("image/png", png)]],
  ["a list of objects", { output: [{ url }] }, [{ url }]],
  [
    "an object",
    { output: { url, content_type: "image/jpeg" } },
    [{ url, contentType: "image/jpeg" }],
  ],
  [
    "images",
    { images: [{ url, content_type: "image/jpeg" }] },
    [{ url, contentType: "image/jpeg" }],
  ],
  ["JSON text", { output: JSON.stringify([url, other]) }, [{ url }, { url: other }]],
  ["JSON text of an object", { output: ` {"image_url":"${url}"}\n` }, [{ url }]],
  ["JSON text in JSON text", { output: JSON.stringify(JSON.stringify([url])) }, [{ url }]],
  ["image_url", { output: { image_url: url } }, [{ url }]],
  ["media_url", { output: { media_url: mp4 } }, [{ url: mp4 }]],
  ["mediaUrls", { output: { mediaUrls: [url, other] } }, [{ url }, { url: other }]],
  [
    "a list of image_url",
    { output: [{ image_url: url }, { image_url: other }] },
    [{ url }, { url: other }],
  ],
  [
    "a nested URL in a URL field",
    { output: [{ type: "image_url", image_url: { url } }] },
    [{ url }],
  ],
  [
    "a video with its type",
    { output: { video: { url: mp4, content_type: "video/mp4" } } },
    [{ url: mp4, contentType: "video/mp4" }],
  ],
  [
    "a nested answer",
    { output: { result: { images: [{ url, mimeType: "image/png" }] } } },
    [{ url, contentType: "image/png" }],
  ],
  ["base64 in a field", { output: { b64_json: png } }, [inline("image/png", png)]],
  ["base64 next to its URL", { output: { url, b64_json: png } }, [{ url }]],
  ["a file listed twice", { output: { url, image_url: url } }, [{ url }]],
  ["a generic content type", { output: { url, content_type: "binary/octet-stream" } }, [{ url }]],
  ["a data URL without a type", { output: `data:;base64,${png}` }, [inline("image/png", png)]],
  [
    "a data URL with a generic type",
    { output: `data:application/octet-stream;base64,${png}` },
    [inline("image/png", png)],
  ],
  ["an inline video", { output: "data:video/mp4;base64,AA" }, [inline("video/mp4", "AA")]],
  ["an mp4 in base64", { output: "AAAAIGZ0eXBpc29t" }, [inline("video/mp4", "AAAAIGZ0eXBpc29t")]],
  ["an avif in base64", { output: "AAAAIGZ0eXBhdmlm" }, [inline("image/avif", "AAAAIGZ0eXBhdmlm")]],
  ["URLs on separate lines", { output: `${url}\n${other}` }, [{ url }, { url: other }]],
  ["a sentence that starts with a URL", { output: `${url} is down.` }, []],
  ["a top-level video", { video: { url: mp4 } }, [{ url: mp4 }]],
  ["top-level data", { data: [{ url }, { b64_json: png }] }, [{ url }, inline("image/png", png)]],
  [
    "the job's URLs",
    { status_url: url, response_url: url, poll_url: url, cancel_url: url, request_id: url },
    [],
  ],
  ["text next to a URL", { output: "A fox.", url }, []],
  ["text in JSON", { output: '{"caption":"A fox."}' }, []],
  ["torn JSON", { output: `["${url}"` }, []],
  ["unclosed nesting", { output: "[".repeat(50_000) }, []],
  ["deep nesting", { output: JSON.parse(`${"[".repeat(500)}"${url}"${"]".repeat(500)}`) }, []],
  ["images as URLs", { images: [url, other] }, [{ url }, { url: other }]],
  ["v1's image", { image: png }, [inline("image/png", png)]],
  ["text", { output: "A lighthouse at dusk." }, []],
  ["a script", { output: "javascript:alert(1)" }, []],
  ["an inline page", { output: "data:text/html,<script>" }, []],
  ["values without an image", { output: [null, 4, true, {}, { url: 4 }, ""], images: "none" }, []],
  ["an empty body", {}, []],
])("reads the images of %s", (_, body, images) => {
  expect(readImages(body)).toEqual(images);
});

test("merges a job's images and output", () => {
  const images = [
    { url, content_type: "image/jpeg" },
    { url: other, content_type: "image/jpeg" },
  ];
  expect(readImages({ output: url, images })).toHaveLength(2);
  expect(readImages({ output: [url, other], images })).toEqual([
    { url, contentType: "image/jpeg" },
    { url: other, contentType: "image/jpeg" },
  ]);
  expect(readImages({ output: [url, other], images: images.slice(0, 1) })).toHaveLength(2);
  expect(readImages({ output: url, images: [] })).toEqual([{ url }]);
  expect(readImages({ output: url, images: null, image: other })).toEqual([{ url }]);
});

test("prefers the type in an inline image's data URL", () => {
  const entry = { url: `data:image/png;base64,${png}`, content_type: "image/jpeg" };
  expect(readImages({ images: [entry] })).toEqual([inline("image/png", png)]);
});

test.each([
  [{ output: "Words." }, "Words."],
  [{ output: ["One.", 4, "Two."] }, "One.\nTwo."],
  [{ output: 4 }, undefined],
  [{}, undefined],
])("reads the text of %j as %j", (body, text) => {
  expect(readText(body)).toBe(text);
});

test("doesn't parse JSON text with too many values", () => {
  const parse = vi.spyOn(JSON, "parse");
  const output = (values: number) => JSON.stringify(Array.from({ length: values }, () => ({})));
  expect(readImages({ output: output(4_000) })).toEqual([]);
  expect(parse).toHaveBeenCalledTimes(1);
  expect(readImages({ output: output(5_001) })).toEqual([]);
  expect(readImages({ output: "[".repeat(1_000_000) })).toEqual([]);
  expect(parse).toHaveBeenCalledTimes(1);
  parse.mockRestore();
});

test("reads a large inline file in JSON text", () => {
  const output = JSON.stringify({ image: `iVBORw0KGgo${"A".repeat(1_000_000)}` });
  expect(readImages({ output })).toHaveLength(1);
});

test("reads a repeated file once", () => {
  expect(readImages({ output: Array.from({ length: 9_000 }, () => url) })).toEqual([{ url }]);
});

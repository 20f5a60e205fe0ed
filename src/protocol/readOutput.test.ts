import { expect, test } from "vitest";
import { readImages, readText } from "./readOutput.ts";

const url = "https://images.segmind.com/a.jpg";
const other = "https://images.segmind.com/b.jpg";
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
  ["images as texts", { images: [url, other] }, [{ url }, { url: other }]],
  ["v1's image", { image: png }, [inline("image/png", png)]],
  ["words", { output: "A lighthouse at dusk." }, []],
  ["a script", { output: "javascript:alert(1)" }, []],
  ["a page inline", { output: "data:text/html,<script>" }, []],
  ["no picture at all", { output: [null, 4, true, {}, { url: 4 }, ""], images: "none" }, []],
  ["nothing", {}, []],
])("the pictures of %s", (_, body, images) => {
  expect(readImages(body)).toEqual(images);
});

test("images and output of the same run are one set, with what is known of each", () => {
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

test("an inline picture's own type is believed before the one beside it", () => {
  const entry = { url: `data:image/png;base64,${png}`, content_type: "image/jpeg" };
  expect(readImages({ images: [entry] })).toEqual([inline("image/png", png)]);
});

test.each([
  [{ output: "Words." }, "Words."],
  [{ output: ["One.", 4, "Two."] }, "One.\nTwo."],
  [{ output: 4 }, undefined],
  [{}, undefined],
])("what %j says is %j", (body, text) => {
  expect(readText(body)).toBe(text);
});

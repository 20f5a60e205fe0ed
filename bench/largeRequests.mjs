// The most expensive requests within the handler's byte limits.
const json = { "content-type": "application/json" };
const submitBytes = 11_900_000;
const uploadBytes = 9_900_000;

const submit = (text) => ({
  path: "/v2/sdxl-torch",
  headers: json,
  body: text,
});
const submitImage = (image) => ({
  path: "/v2/sdxl-img2img",
  headers: json,
  body: JSON.stringify({ prompt: "a lighthouse", image }),
});
const repeat = (piece, bytes = submitBytes) => piece.repeat(Math.floor(bytes / piece.length));

/** Creates a file with an image header and superfluous content. */
function png(bytes) {
  const file = Buffer.alloc(bytes, "\r\n--edg");
  file.write("89504e470d0a1a0a0000000d494844520000000200000002", "hex");
  return file;
}

function form(parts, boundary = "edge") {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\n`;
  return {
    path: "/upload",
    headers: {
      "content-type": `multipart/form-data; boundary=${boundary}`,
      "x-easel-upload": "1",
    },
    body: Buffer.concat([
      ...parts.flatMap((part) => [Buffer.from(head), part, Buffer.from("\r\n")]),
      Buffer.from(`--${boundary}--\r\n`),
    ]),
  };
}

const fields = (count) =>
  Array.from({ length: count }, (_, n) => `"${"unknown".repeat(2)}${n}":1`).join(",");

export const largeRequests = {
  "unknown fields, 11 MB": () => submit(`{${fields(480_000)}}`),
  "unknown fields, up to the limit": () => submit(`{${fields(4_990)}}`),
  "names of 2,000 characters": () =>
    submit(
      `{${Array.from({ length: 4_990 }, (_, n) => `"${"n".repeat(2_000)}${n}":1`).join(",")}}`,
    ),
  "nested 11 million deep": () => submit(repeat("[")),
  "nested up to the limit": () => submit(`{"a":${"[".repeat(15)}${"]".repeat(15)}}`),
  "a number of 11 million digits": () => submit(`{"samples":${repeat("1")}}`),
  "a prompt of 11 MB": () => submit(`{"prompt":"${repeat("a")}"}`),
  "a prompt of 11 MB of blanks": () => submit(`{"prompt":"${repeat(" ")}"}`),
  "a prompt of 11 MB of escapes": () => submit(`{"prompt":"${repeat("\\u0000")}"}`),
  "a prompt of 11 MB, two bytes a letter": () =>
    submit(`{"prompt":"${repeat("é", submitBytes / 2)}"}`),
  "an image address of 11 MB": () => submitImage(`http://${repeat("a")} `),
  "an image address of 11 MB, forwarded": () => submitImage(`http://example.com/${repeat("a")}`),
  "an inline image of 11 MB": () => submitImage(`data:image/png;base64,${repeat("A")}`),
  "an inline image of 11 MB, broken": () => submitImage(`data:image/png;base64,${repeat("A")}!`),
  "an image uploaded in a form, 9.9 MB": () => form([png(uploadBytes)]),
  "a form whose file repeats the boundary": () =>
    form([Buffer.concat([png(24), Buffer.alloc(uploadBytes, "a")])], "a".repeat(70)),
  "a form of 100,000 parts": () => form(Array.from({ length: 100_000 }, () => Buffer.from("x"))),
  "a JPEG of fill bytes, 9.9 MB": () => ({
    path: "/upload",
    headers: { "content-type": "image/jpeg" },
    body: Buffer.concat([Buffer.from("ffd8ff", "hex"), Buffer.alloc(uploadBytes, 0xff)]),
  }),
};

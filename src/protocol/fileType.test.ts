import { expect, test } from "vitest";
import { fileExtension, fileKind } from "./fileType.ts";
import { sniffType } from "./sniffType.ts";

const at = "https://cdn.example/files/";

test.each([
  [{ url: `${at}a.png` }, "image"],
  [{ url: `${at}a.JPG?size=2#x` }, "image"],
  [{ url: `${at}a.mp4` }, "video"],
  [{ url: `${at}a.webm?token=a.png` }, "video"],
  [{ url: `${at}a.MOV` }, "video"],
  [{ url: `${at}a.mp3` }, "file"],
  [{ url: `${at}a.zip` }, "file"],
  [{ url: `${at}a.glb` }, "file"],
  [{ url: `${at}0b9a2c4e` }, "unknown"],
  [{ url: "https://cdn.mp4" }, "unknown"],
  [{ url: `${at}v1.2` }, "unknown"],
  [{ url: `${at}a`, contentType: "video/mp4" }, "video"],
  [{ url: `${at}a.bin`, contentType: "image/png" }, "image"],
  [{ url: `${at}a.mp4`, contentType: "binary/octet-stream" }, "video"],
  [{ url: `${at}a`, contentType: "application/octet-stream" }, "unknown"],
  [{ url: `${at}a`, contentType: "model/gltf-binary" }, "file"],
  [{ url: "data:image/png;base64,AA" }, "image"],
  [{ url: "data:video/mp4;base64,AA" }, "video"],
  [{ url: "blob:https://host.example/0b9a2c4e" }, "unknown"],
])("detects %j as %s", (file, kind) => {
  expect(fileKind(file)).toBe(kind);
});

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ["\x89PNG\r\n\x1a\n...", "image/png"],
  ["\xff\xd8\xff\xe0", "image/jpeg"],
  ["GIF89a", "image/gif"],
  ["RIFF....WEBPVP8 ", "image/webp"],
  ["\0\0\0\x20ftypavif", "image/avif"],
  ["\0\0\0\x18ftypheic", "image/heic"],
  ["II*\0", "image/tiff"],
  ["BM....\0\0\0\0", "image/bmp"],
  ["\0\0\0\x20ftypisom", "video/mp4"],
  ["\0\0\0\x14ftypqt  ", "video/quicktime"],
  ["\0\0\0\x20ftypM4A ", "audio/mp4"],
  ["\x1aE\xdf\xa3..B\x82\x84webm", "video/webm"],
  ["\x1aE\xdf\xa3..B\x82\x88matroska", "video/x-matroska"],
  ["OggS.......OpusHead", "audio/ogg"],
  ["ID3\x03", "audio/mpeg"],
  ["RIFF....WAVEfmt ", "audio/wav"],
  ["\xff\xf1P", "audio/aac"],
  ["\0\0\0\x08wide\0\0\0\0mdat", "video/quicktime"],
  ["<html>", undefined],
  ["\xef\xbb\xbf<svg>", undefined],
  ["\xff\xfe<\0s\0v\0g\0", undefined],
  ["<?xml version", undefined],
  ["<!--free", undefined],
  ["RIFF<svg><script>", undefined],
  ["<svg xmlns", undefined],
  ["%PDF-1.7", undefined],
  ["PK\x03\x04", undefined],
  ["BM is a word", undefined],
  ["", undefined],
])("detects %j as %s by signature, with an extension", (text, type) => {
  expect(sniffType(bytes(text))).toBe(type);
  if (type !== undefined) expect(fileExtension({ url: "", contentType: type })).toBeDefined();
});

test.each([
  [{ url: `${at}a`, contentType: "video/MP4; codecs=avc1" }, "mp4"],
  [{ url: `${at}a.png`, contentType: "image/jpeg" }, "jpg"],
  [{ url: `${at}a.GLB`, contentType: "application/octet-stream" }, "glb"],
  [{ url: `${at}a` }, undefined],
])("returns the file extension for %j: %s", (file, extension) => {
  expect(fileExtension(file)).toBe(extension);
});

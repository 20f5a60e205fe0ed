import { expect, test } from "vitest";
import { decodeText } from "./decodeText.ts";
import { joinBytes } from "./joinBytes.ts";

const text = "Straße, 提灯, Steps: 24";
const utf8 = (value: string) => new Uint8Array(new TextEncoder().encode(value));
const wide = (value: string, isLittle: boolean) => {
  const view = new DataView(new ArrayBuffer(value.length * 2));
  for (let at = 0; at < value.length; at += 1) {
    view.setUint16(at * 2, value.charCodeAt(at), isLittle);
  }
  return new Uint8Array(view.buffer);
};
const bytes = (...values: number[]) => Uint8Array.from(values);

test.each([
  ["ASCII", utf8("Steps: 24"), "Steps: 24"],
  ["UTF-8", utf8(text), text],
  ["UTF-8 with a byte order mark", joinBytes(bytes(0xef, 0xbb, 0xbf), utf8(text)), text],
  ["Latin-1", bytes(0x53, 0x74, 0x72, 0x61, 0xdf, 0x65), "Straße"],
  ["UTF-8 truncated inside a character", utf8("é").subarray(0, 1), "Ã"],
  ["UTF-16LE", wide(text, true), text],
  ["UTF-16BE", wide(text, false), text],
  ["UTF-16LE with a byte order mark", joinBytes(bytes(0xff, 0xfe), wide("提灯", true)), "提灯"],
  ["UTF-16BE with a byte order mark", joinBytes(bytes(0xfe, 0xff), wide("提灯", false)), "提灯"],
  ["UTF-16 with an odd length", joinBytes(wide("Steps", true), bytes(0x20)), "Steps"],
  ["padded ASCII", joinBytes(utf8("Steps: 24"), new Uint8Array(40)), `Steps: 24${"\0".repeat(40)}`],
  ["empty text", bytes(), ""],
])("decodes %s", (_, given, expected) => {
  expect(decodeText(given)).toBe(expected);
});

test("ignores a declared byte order that spaces or NUL bytes contradict", () => {
  expect(decodeText(wide("提灯一", false), "utf-16be")).toBe("提灯一");
  expect(decodeText(wide("提灯\u3000一", false), "utf-16be")).toBe("提灯\u3000一");
  expect(decodeText(wide("一 fox", true), "utf-16be")).toBe("一 fox");
  expect(decodeText(wide(text, true), "utf-16be")).toBe(text);
  expect(decodeText(wide(text, false), "utf-16le")).toBe(text);
  expect(decodeText(wide("提灯", false), "utf-16be")).toBe("提灯");
  expect(decodeText(wide("提灯", true), "utf-16le")).toBe("提灯");
  expect(decodeText(joinBytes(bytes(0xff, 0xfe), wide("提灯", true)), "utf-16be")).toBe("提灯");
});

test("decodes UTF-8 declared as UTF-16", () => {
  expect(decodeText(utf8("Steps: 24, é"), "utf-16le")).toBe("Steps: 24, é");
});

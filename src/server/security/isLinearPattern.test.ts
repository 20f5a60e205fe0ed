import { expect, test } from "vitest";
import { isLinearPattern } from "./isLinearPattern.ts";

test.each([
  /\S/,
  /^data:image\/(png|jpeg);base64,/,
  /^[0-9a-zA-Z+/]*={0,2}$/,
  /^(https?:\/\/\S+|data:image\/[a-z]+;base64,[A-Za-z0-9+/]+=*)$/,
  /^(?:[a-z]+-[0-9]+)$/i,
  /^[^\s/]\S*$/,
  /^a.*/,
  /^\{[^}]*\}$/,
])("returns true for %s", (pattern) => {
  expect(isLinearPattern(pattern)).toBe(true);
});

test.each([
  /^(a+)+$/,
  /^(a|aa)+$/,
  /^(a*)*b/,
  /a+b/,
  /.{0,1000}x/,
  /^.*x/,
  /^[^\s/]+\S*$/,
  /^[a-z]+\w*$/,
  /^[a-z]+[A-Z]*-?[a-z]/,
  /^a{2,}a$/,
  /^[a-z]+[A-Z]/i,
  /^a+?a$/,
  /^a+$/m,
  /^\u{1f600}+$/u,
  /^a+(?=b)/,
  /^(a+)\1$/,
  /^a+|a+b/,
])("returns false for %s", (pattern) => {
  expect(isLinearPattern(pattern)).toBe(false);
});

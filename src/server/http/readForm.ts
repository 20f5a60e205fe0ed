import {
  getMultipartBoundary,
  MaxFileSizeExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
  MultipartParser,
  type MultipartPart,
} from "@remix-run/multipart-parser";
import { EaselError } from "../../protocol/EaselError.ts";
import type { Report } from "../events/handlerEvent.ts";
import { pause } from "../timing/pause.ts";
import { readBody } from "./readBody.ts";

const formBytes = 10_000;
/** Slice size. With a malicious boundary, a slice takes 40 ms to parse in Deno and Bun, which lack native search. */
const sliceBytes = 256_000;

const refuse = (message: string, cause?: unknown): never => {
  throw new EaselError("invalid_request", { message, cause });
};

const unreadable = (cause?: unknown): never => refuse("The form can't be read.", cause);
const notOneFile = (): never => refuse("The form must contain exactly one file.");

function refuseForm(error: unknown): never {
  if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) {
    throw new EaselError("too_large");
  }
  return error instanceof MaxPartsExceededError ? notOneFile() : unreadable(error);
}

/** Splits the form. The last slice is longer, because the parser refuses the final line break as a separate chunk. */
function* slicesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let at = 0;
  for (; bytes.length - at >= 2 * sliceBytes; at += sliceBytes) {
    yield bytes.subarray(at, at + sliceBytes);
  }
  yield bytes.subarray(at);
}

/** Refuses a boundary longer than RFC 2046 allows, because it would be compared with the file repeatedly. */
function readBoundary(request: Request): string {
  const boundary = getMultipartBoundary(request.headers.get("content-type") ?? "")?.trim() ?? "";
  return /^[\w'()+,./:=? -]{1,70}$/.test(boundary) ? boundary : unreadable();
}

function isFile(part: MultipartPart): boolean {
  try {
    return part.filename !== undefined;
  } catch (cause) {
    return unreadable(cause);
  }
}

async function parseForm(bytes: Uint8Array, parser: MultipartParser): Promise<MultipartPart[]> {
  const parts: MultipartPart[] = [];
  for (const slice of slicesOf(bytes)) {
    // oxlint-disable-next-line eslint/no-await-in-loop -- lets other requests in
    if (slice.byteOffset > 0) await pause(0);
    parts.push(...parser.write(slice));
  }
  parser.finish();
  return parts;
}

/** @throws EaselError `too_large` beyond `maxBytes`; `invalid_request` unless the form is complete with one file */
export async function readForm(
  report: Report,
  request: Request,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const boundary = readBoundary(request);
  const bytes = await readBody(report, request, maxBytes + formBytes);
  const limits = { maxFileSize: maxBytes, maxTotalSize: maxBytes, maxParts: 1 };
  const [file] = await parseForm(bytes, new MultipartParser(boundary, limits)).catch(refuseForm);
  return file && isFile(file) ? new Uint8Array(file.arrayBuffer) : notOneFile();
}

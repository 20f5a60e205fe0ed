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
/** Slice size, in bytes. Without native search (in Deno and Bun), a malicious boundary makes a slice take 40 ms. */
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

/** Yields slices of a form. The last is longer, because the parser rejects a chunk with only a final line break. */
function* slicesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let at = 0;
  for (; bytes.length - at >= 2 * sliceBytes; at += sliceBytes) {
    yield bytes.subarray(at, at + sliceBytes);
  }
  yield bytes.subarray(at);
}

/** Returns the form's boundary. Throws if it's longer than RFC 2046 allows, because searching for it would be slow. */
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
    // oxlint-disable-next-line eslint/no-await-in-loop -- pauses let other requests run
    if (slice.byteOffset > 0) await pause(0);
    parts.push(...parser.write(slice));
  }
  parser.finish();
  return parts;
}

/**
 * Returns the form's file. @throws EaselError `too_large` if the file exceeds `maxBytes`; `invalid_request` if the form
 * is incomplete or doesn't contain exactly one file
 */
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

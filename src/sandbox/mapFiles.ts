import { textOf, textResponse } from "../server/http/respond.ts";
import type { EndedJob } from "../server/options/hookEvents.ts";
import { idIn } from "./createFiles.ts";
import type { Images } from "./createImages.ts";
import { toDataUrl } from "./dataUrl.ts";
import { filesUrl } from "./keptSandbox.ts";

export function withFilesBelow(address: string, response: Response): Response {
  const text = textOf(response);
  if (!text?.includes(`${filesUrl}/`)) return response;
  const escaped = JSON.stringify(`${address}/`).slice(1, -1);
  return textResponse(
    text.replaceAll(`${filesUrl}/`, () => escaped),
    { status: response.status, headers: Object.fromEntries(response.headers) },
  );
}

/** Returns the job with its images as data URLs, because `onJobEnd` has no request to take an origin from. */
export async function withInlineImages<Job extends Pick<EndedJob, "images">>(
  job: Job,
  files: Images,
): Promise<Job> {
  const images = job.images.map(async (image) => {
    if (!image.url.startsWith(`${filesUrl}/`)) return image;
    const file = await files.read(idIn(image.url) ?? "", Date.now());
    return file ? { ...image, url: toDataUrl(file.bytes, file.contentType) } : image;
  });
  return { ...job, images: await Promise.all(images) };
}

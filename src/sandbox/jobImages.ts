import type { SandboxJob, SandboxImage } from "./createJobs.ts";
import type { Service } from "./createService.ts";
import { toBase64, toDataUrl } from "./dataUrl.ts";
import type { JobImages } from "./recordBody.ts";
import type { Sample } from "./sandboxPaint.ts";

function samplesOf({ faults, samples }: SandboxJob): readonly Sample[] {
  return faults.has("partial-success") && samples.length > 1 ? samples.slice(0, -1) : samples;
}

export async function jobImages(
  { files, images, publish }: Service,
  job: SandboxJob,
  finishedAt: number,
): Promise<JobImages> {
  const ofEach = (make: (sample: Sample) => Promise<SandboxImage>) =>
    Promise.all(samplesOf(job).map(make));

  const asDataUrl = job.faults.has("data-url-output");
  if (asDataUrl || job.faults.has("base64-output") || job.input["base64"] === true) {
    const inlined = ofEach(async (sample) => {
      const { bytes, contentType } = await images.paint(sample, finishedAt);
      return { url: asDataUrl ? toDataUrl(bytes, contentType) : toBase64(bytes), contentType };
    });
    return { images: await inlined, inline: true };
  }

  job.images ??= ofEach(async (sample) => {
    if (!publish) {
      const contentType = await images.typeOf(sample, finishedAt);
      return { url: files.keep(sample, contentType, finishedAt), contentType };
    }
    const { bytes, contentType } = await images.paint(sample, finishedAt);
    return { url: await publish(bytes, contentType), contentType };
  });
  return { images: await job.images, inline: false };
}

import type { Client } from "../../../client/client.ts";
import { uploadInputImage } from "../../../images/uploadInputImage.ts";
import type { Model } from "../../../models/defineModel.ts";
import { describeFields } from "../../../models/describeFields.ts";
import { readImage } from "../../image-result/download/readImage.ts";
import type { JobInput } from "../../internals/promptOf.ts";
import { isBlobUrl } from "./localUrl.ts";

/** Returns an input whose `blob:` URLs are replaced by uploads. Keeps a URL whose image can't be read or uploaded. */
export async function uploadBlobUrls(
  model: Model,
  input: JobInput,
  client: Client,
): Promise<JobInput> {
  const fields = describeFields(model);
  const entries = Object.entries(input).map(async ([name, value]) => {
    if (!isBlobUrl(value)) return [name, value] as const;
    const maxSide = fields.find((field) => field.name === name)?.maxSide;
    const uploaded = await readImage(value, client)
      .then((blob) => uploadInputImage(blob, { client, maxSide }))
      .catch(() => ({ url: value }));
    return [name, "url" in uploaded ? uploaded.url : value] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

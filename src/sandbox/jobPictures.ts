import type { Job } from "./createJobs.ts";
import { toBase64 } from "./dataUrl.ts";
import type { PictureRecipe } from "./pictures/recipe.ts";
import type { JobPictures } from "./recordBody.ts";
import type { Service } from "./service.ts";

function recipesOf({ faults, recipes }: Job): readonly PictureRecipe[] {
  return faults.has("partial-success") && recipes.length > 1 ? recipes.slice(0, -1) : recipes;
}

/** A finished job's pictures: inline where the body or a fault says so, else by addresses that stay the same. */
export async function jobPictures(
  { files, publish }: Service,
  job: Job,
  finishedAt: number,
): Promise<JobPictures> {
  const recipes = recipesOf(job);
  const asDataUrl = job.faults.has("data-url-output");
  if (asDataUrl || job.faults.has("base64-output") || job.input["base64"] === true) {
    const start = asDataUrl ? "data:image/png;base64," : "";
    const addresses = recipes.map(
      (recipe) => start + toBase64(files.draw(recipe, finishedAt).bytes),
    );
    return { addresses, inline: true };
  }
  job.addresses ??= Promise.all(
    recipes.map(async (recipe) => {
      if (!publish) return files.keep(recipe, finishedAt);
      const { bytes, contentType } = files.draw(recipe, finishedAt);
      return publish(bytes, contentType);
    }),
  );
  return { addresses: await job.addresses, inline: false };
}

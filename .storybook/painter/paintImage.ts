import type { SandboxPaint } from "react-easel/sandbox";
import { paintRecipe } from "./paintRecipe.ts";
import { readRecipe } from "./recipe.ts";

export const paintImage: SandboxPaint = (request) => ({
  bytes: paintRecipe(readRecipe(request), request.startImage),
  contentType: "image/png",
});

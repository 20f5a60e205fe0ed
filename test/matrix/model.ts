import { defineModel } from "react-easel/models";
import * as z from "zod/v4-mini";

export const matrixModel = defineModel({
  id: "matrix",
  title: "Matrix",
  task: "text-to-image",
  input: z.object({
    prompt: z.string(),
    img_width: z._default(z.int(), 16),
    img_height: z._default(z.int(), 16),
  }),
  latency: { typicalMs: 1_000, slowMs: 2_000 },
  price: () => 1,
});

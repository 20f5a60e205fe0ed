import { catalog } from "react-easel/models";

export const modelControl = {
  control: "select",
  options: catalog.map(({ id }) => id),
  mapping: Object.fromEntries(catalog.map((model) => [model.id, model])),
  description: "What it is drawn from.",
  table: { type: { summary: "Model" } },
} as const;

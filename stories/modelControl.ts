import { catalog } from "react-easel/models";

export const modelControl = {
  control: "select",
  options: catalog.map(({ id }) => id),
  mapping: Object.fromEntries(catalog.map((model) => [model.id, model])),
  description: "The model of the form.",
  table: { type: { summary: "Model" } },
} as const;

import {
  modelFromJsonSchema,
  modelToJsonSchema,
  sdxlTorch,
  describeFields,
} from "react-easel/models";

const schema = modelToJsonSchema(sdxlTorch);

/** Schema with fifteen fields: those of the catalog's largest model, and one more. */
export const jsonSchema = {
  ...schema,
  properties: {
    ...schema.properties,
    clip_skip: { type: "integer", minimum: 0, maximum: 12, default: 0, title: "CLIP skip" },
  },
};
export const model = modelFromJsonSchema(jsonSchema, { id: "bench", title: "Bench" });
export const fields = describeFields(model);

/** Schema with closed lists, such as 104 styles, for forms without combo boxes. */
export const closedSchema = {
  ...jsonSchema,
  properties: Object.fromEntries(
    fields.map(({ name, options, label }) => {
      const own = jsonSchema.properties[name];
      const values = options?.map(({ value }) => value);
      return [name, { ...own, title: label, ...(values ? { enum: values } : {}) }];
    }),
  ),
};

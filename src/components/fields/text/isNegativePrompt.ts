import type { FieldDescriptor } from "../../../models/describeFields.ts";

export const isNegativePrompt = ({ name }: Pick<FieldDescriptor, "name">): boolean =>
  /^negative_?prompt$/i.test(name);

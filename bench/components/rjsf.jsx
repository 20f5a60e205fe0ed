import RjsfForm from "@rjsf/core";
import validator from "@rjsf/validator-ajv8";
import { closedSchema } from "./model.js";

const uiSchema = {
  prompt: { "ui:widget": "textarea" },
  negative_prompt: { "ui:widget": "textarea" },
};

/** react-jsonschema-form as documented. */
export const Form = () => (
  <RjsfForm
    schema={closedSchema}
    uiSchema={uiSchema}
    idPrefix="form"
    validator={validator}
    onSubmit={() => {}}
  />
);

import RjsfForm from "@rjsf/core";
import validator from "@rjsf/validator-ajv8";
import { closedSchema } from "./model.js";

const uiSchema = {
  prompt: { "ui:widget": "textarea" },
  negative_prompt: { "ui:widget": "textarea" },
};

/** Form with react-jsonschema-form, set up as in its documentation. */
export const Form = () => (
  <RjsfForm
    schema={closedSchema}
    uiSchema={uiSchema}
    idPrefix="form"
    validator={validator}
    onSubmit={() => {}}
  />
);

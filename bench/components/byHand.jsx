import { initialValues, parseInput, valuesFromForm } from "react-easel/models";
import { useForm } from "react-hook-form";
import { fields, model } from "./model.js";

const resolver = (values) => {
  const parsed = parseInput(model, valuesFromForm(model, values));
  return parsed.ok
    ? { values: parsed.input, errors: {} }
    : {
        values: {},
        errors: Object.fromEntries(
          Object.entries(parsed.fields).map(([name, message]) => [name, { type: "x", message }]),
        ),
      };
};

function Control({ field: { name, kind, options, min, max, step }, register }) {
  const about = { id: name, ...register(name) };
  if (kind === "prompt") return <textarea {...about} />;
  if (kind === "switch") return <input type="checkbox" {...about} />;
  if (kind === "number" || kind === "seed" || kind === "size") {
    return <input type="number" min={min} max={max} step={step} {...about} />;
  }
  if (!options) return <input {...about} />;
  return (
    <select {...about}>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label ?? value}
        </option>
      ))}
    </select>
  );
}

/** Hand-written form for this model, with registered native inputs. */
export function Form() {
  const { register, handleSubmit, formState } = useForm({
    defaultValues: initialValues(model),
    resolver,
    mode: "onTouched",
  });
  const { errors } = formState;
  return (
    <form onSubmit={handleSubmit(() => {})}>
      {fields.map((field) => (
        <div key={field.name}>
          <label htmlFor={field.name}>{field.label}</label>
          <Control field={field} register={register} />
          {field.help && <p>{field.help}</p>}
          {errors[field.name] && <p>{errors[field.name].message}</p>}
        </div>
      ))}
      <button type="submit">Generate</button>
    </form>
  );
}

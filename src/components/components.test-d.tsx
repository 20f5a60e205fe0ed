import { expectTypeOf, test } from "vitest";
import * as z from "zod/v4";
import { fillForm } from "../hooks/fillForm.ts";
import { useFieldWarnings } from "../hooks/useFieldWarnings.ts";
import { useModelForm } from "../hooks/useModelForm.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import { defineModel, type Model, type ModelInput } from "../models/defineModel.ts";
import { extendModel } from "../models/extendModel.ts";
import { ImageField } from "./fields/image/ImageField.tsx";
import { NumberField } from "./fields/number/NumberField.tsx";
import { SeedField } from "./fields/seed/SeedField.tsx";
import { SchedulerSelect } from "./fields/select/SchedulerSelect.tsx";
import { SelectField } from "./fields/select/SelectField.tsx";
import { SizeField } from "./fields/size/SizeField.tsx";
import { StylePicker } from "./fields/style/StylePicker.tsx";
import { SwitchField } from "./fields/switch/SwitchField.tsx";
import { TextField } from "./fields/text/TextField.tsx";
import { useField } from "./fields/useFormField.ts";
import * as PromptForm from "./prompt-form/promptFormParts.ts";

const flux = defineModel({
  id: "flux",
  title: "Flux",
  task: "text-to-image",
  input: z.object({ prompt: z.string(), frames: z.literal([4, 8]).default(4) }),
});
const onGenerate = () => {};

test("rejects a field name that no catalog model has", () => [
  <PromptForm.Field key="" name="guidance_scale" />,
  // @ts-expect-error no such field
  <PromptForm.Field key="" name="promt" />,
  // @ts-expect-error no such field
  <StylePicker key="" name="styl" />,
  // @ts-expect-error no such field
  <SchedulerSelect key="" name="schedular" />,
  // @ts-expect-error no such field
  <TextField key="" name="promt" />,
  // @ts-expect-error no such field
  <NumberField key="" name="steps" />,
  // @ts-expect-error no such field
  <SelectField key="" name="model" />,
  // @ts-expect-error no such field
  <SwitchField key="" name="refine" />,
  // @ts-expect-error no such field
  <SeedField key="" name="sed" />,
  // @ts-expect-error no such field
  <SizeField key="" name="width" />,
  // @ts-expect-error no such field
  <ImageField key="" name="picture" />,
]);

test("accepts fields of a custom model, with a type argument", () => {
  const FluxField = PromptForm.Field<typeof flux>;
  return [
    <FluxField key="" name="frames" />,
    <NumberField<typeof flux> key="" name="frames" />,
    // @ts-expect-error no such field
    <FluxField key="" name="seed" />,
    // `Model` accepts any name, such as one from `describeFields`.
    <PromptForm.Field<Model> key="" name="whatever" />,
  ];
});

test("checks initial values against the model", () => [
  <PromptForm.Root
    key=""
    model={sdxlTorch}
    onGenerate={onGenerate}
    defaultValues={{ prompt: "a fox", samples: 2, seed: "" }}
  />,
  <PromptForm.Root key="" model={flux} onGenerate={onGenerate} defaultValues={{ frames: 8 }} />,
  <PromptForm.Root
    key=""
    model={sdxlTorch}
    onGenerate={onGenerate}
    // @ts-expect-error no such field
    defaultValues={{ nope: 1 }}
  />,
  <PromptForm.Root
    key=""
    model={sdxlTorch}
    onGenerate={onGenerate}
    // @ts-expect-error a string is not a number
    defaultValues={{ num_inference_steps: "many" }}
  />,
]);

test("useModelForm infers field names and values from the model", () => {
  const use = () => {
    const modelForm = useModelForm(sdxlTorch, { values: { prompt: "a fox" } });
    const { form } = modelForm;
    form.register("prompt");
    form.setValue("samples", 2);
    // @ts-expect-error no such field
    form.register("promt");
    // @ts-expect-error a string is not a number
    form.setValue("samples", "2");
    // @ts-expect-error no such field
    form.setValue("sample", 2);
    // @ts-expect-error no such value
    useModelForm(sdxlTorch, { values: { scheduler: "euler" } });
    // @ts-expect-error no such field
    useFieldWarnings(modelForm, "promt");
    useFieldWarnings(modelForm, "refiner");
    fillForm(modelForm, { values: {} });
    expectTypeOf(form.handleSubmit)
      .parameter(0)
      .parameter(0)
      .toEqualTypeOf<ModelInput<typeof sdxlTorch>>();
    return <PromptForm.Root model={sdxlTorch} form={modelForm} onGenerate={onGenerate} />;
  };
  return use;
});

test("useField infers the type of its value", () => {
  const use = () => {
    expectTypeOf(useField("prompt").value).toEqualTypeOf<string | undefined>();
    expectTypeOf(useField<typeof sdxlTorch>("refiner").value).extract<boolean>().toBeBoolean();
    useField("samples").setValue(2);
    // @ts-expect-error a string is not a number
    useField("samples").setValue("2");
    // @ts-expect-error no such field
    useField("promt");
    useField<typeof flux>("frames").setValue(8);
    // @ts-expect-error no such field
    useField<typeof flux>("seed");
    expectTypeOf(useField<Model>("anything").value).toBeUnknown();
  };
  return use;
});

test("an extended model has the base fields and the added fields", () => {
  const extended = extendModel(
    sdxlTorch,
    { project: z.string().min(1), team: z.enum(["a", "b"]).optional() },
    { local: ["project"] },
  );
  expectTypeOf(extended.id).toEqualTypeOf<"sdxl-torch">();
  expectTypeOf<ModelInput<typeof extended>["project"]>().toEqualTypeOf<string>();
  expectTypeOf<ModelInput<typeof extended>["team"]>().toEqualTypeOf<"a" | "b" | undefined>();
  expectTypeOf<ModelInput<typeof extended>["samples"]>().toEqualTypeOf<number>();
  expectTypeOf(extended).toExtend<Model>();
  // @ts-expect-error not an added field
  extendModel(sdxlTorch, { project: z.string() }, { local: ["projct"] });
  // @ts-expect-error not a value for the field
  extendModel(sdxlTorch, { project: z.string() }, { initial: { project: 1 } });
  return <PromptForm.Field<typeof extended> name="project" />;
});

import type { ReactElement, ReactNode } from "react";
import {
  EaselProvider,
  PromptForm,
  sdxlTorch,
  type Client,
  type Model,
  type PromptFormRootProps,
} from "react-easel";

const notAsked = () => Promise.reject(new Error("A form asks nothing of the backend."));
const client: Client = { submit: notAsked, getStatus: notAsked, getResult: notAsked };

type FormProps = Partial<Omit<PromptFormRootProps<Model>, "children">>;

/** Returns values for a form that can be submitted at once. Models start with an empty prompt. */
function startOf({ model = sdxlTorch, defaultValues }: FormProps) {
  const hasPrompt = Object.hasOwn(model.input._zod.def.shape, "prompt");
  return { ...(hasPrompt && { prompt: "a paper boat" }), ...defaultValues };
}

export function inForm(parts: ReactNode, props: FormProps = {}): ReactElement {
  return (
    <EaselProvider client={client}>
      <PromptForm.Root<Model>
        model={sdxlTorch}
        onGenerate={() => {}}
        {...props}
        defaultValues={startOf(props)}
      >
        {parts}
      </PromptForm.Root>
    </EaselProvider>
  );
}

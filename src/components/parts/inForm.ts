import { createElement, type ReactElement, type ReactNode } from "react";
import type { Client } from "../../client/client.ts";
import { EaselProvider } from "../../hooks/EaselProvider.tsx";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import type { Model } from "../../models/defineModel.ts";
import { PromptFormRoot, type PromptFormRootProps } from "../prompt-form/PromptFormRoot.tsx";

const notAsked = () => Promise.reject(new Error("A form asks nothing of the backend."));
const client: Client = { submit: notAsked, getStatus: notAsked, getResult: notAsked };

type FormProps = Partial<Omit<PromptFormRootProps<Model>, "children">>;

/** Parts of a form inside of one, for their tests. */
export function inForm(parts: ReactNode, props: FormProps = {}): ReactElement {
  const form = createElement(
    PromptFormRoot<Model>,
    { model: sdxlTorch, onGenerate: () => {}, ...props },
    parts,
  );
  return createElement(EaselProvider, { client }, form);
}

import { EaselProvider, PromptForm } from "react-easel";
import { model } from "./model.js";
import "react-easel/styles.css";

const client = { submit: () => {}, getStatus: () => {}, getResult: () => {} };

export const Form = () => (
  <EaselProvider client={client}>
    <PromptForm.Root model={model} onGenerate={() => {}}>
      <PromptForm.Fields />
      <PromptForm.Reasons />
      <PromptForm.Submit />
    </PromptForm.Root>
  </EaselProvider>
);

import { createClient, EaselProvider, sdxlTorch, Studio, useGenerate } from "react-easel";
import { defineModel, type Model } from "react-easel/models";
import type { Backend } from "react-easel/server";
import { renderWithSandbox } from "react-easel/testing";
import "react-easel/styles.css";
import * as classic from "zod/v4";
import * as mini from "zod/v4-mini";

const client = createClient();
export const App = () => (
  <EaselProvider client={client}>
    <Studio />
  </EaselProvider>
);

export function Own() {
  const { generate } = useGenerate(sdxlTorch);
  // @ts-expect-error the model doesn't have this key
  generate({ prompt: "a", promt: "b" });
  return renderWithSandbox(<App />);
}

const about = { title: "Own", task: "text-to-image" } as const;
export const models: readonly Model[] = [
  defineModel({ ...about, id: "classic", input: classic.object({ prompt: classic.string() }) }),
  defineModel({ ...about, id: "mini", input: mini.object({ prompt: mini.string() }) }),
];
export type Parts = [Backend];

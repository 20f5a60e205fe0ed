import { anyOf } from "../anyOf.ts";
export interface AnimalKind {
  readonly words: RegExp;
  readonly fur: string;
  readonly face: string;
  readonly ears: "round" | "pointed" | "long" | "hanging";
  readonly earColor: string;
  readonly marks?: "eyes" | "patches" | "stripes";
  readonly eye: string;
}

const kinds: readonly AnimalKind[] = [
  {
    words: anyOf("panda"),
    fur: "#f5f1ea",
    face: "#fffdf8",
    ears: "round",
    earColor: "#1d1b20",
    marks: "eyes",
    eye: "#3a2416",
  },
  {
    words: anyOf("calico|cat|kitten"),
    fur: "#f3e8da",
    face: "#fff8ee",
    ears: "pointed",
    earColor: "#d98a4a",
    marks: "patches",
    eye: "#5c9c4c",
  },
  {
    words: anyOf("tiger"),
    fur: "#e8913a",
    face: "#fff3df",
    ears: "round",
    earColor: "#c9702a",
    marks: "stripes",
    eye: "#c9a227",
  },
  {
    words: anyOf("fox"),
    fur: "#d9642b",
    face: "#fff1e0",
    ears: "pointed",
    earColor: "#a8431c",
    eye: "#8a5a1c",
  },
  {
    words: anyOf("dog|puppy"),
    fur: "#c9935a",
    face: "#f2dcbd",
    ears: "hanging",
    earColor: "#8a5a34",
    eye: "#3b2414",
  },
  {
    words: anyOf("rabbit|bunny|hare"),
    fur: "#d8cfc7",
    face: "#f7f1ec",
    ears: "long",
    earColor: "#c9bdb4",
    eye: "#5a2d3a",
  },
  {
    words: anyOf("koala|mouse|rat"),
    fur: "#9aa0a8",
    face: "#c5cad0",
    ears: "round",
    earColor: "#868c96",
    eye: "#2a2020",
  },
  {
    words: anyOf("bear|teddy|otter"),
    fur: "#8a5a36",
    face: "#c99b6d",
    ears: "round",
    earColor: "#6d4327",
    eye: "#1d120c",
  },
  {
    words: anyOf("wolf|husky"),
    fur: "#7f8894",
    face: "#e8edf0",
    ears: "pointed",
    earColor: "#565e69",
    eye: "#5fb3d9",
  },
  {
    words: anyOf("lion|monkey|animal|pet"),
    fur: "#d9a953",
    face: "#f5deaa",
    ears: "round",
    earColor: "#b07f2e",
    eye: "#6b4517",
  },
];

export function animalKind(words: string): AnimalKind | undefined {
  return kinds.find((kind) => kind.words.test(words));
}

/** Values of the toolbar's menus. An empty string is the story's own network or backend. */
export const initialGlobals = {
  theme: "system",
  language: "en",
  direction: "auto",
  density: "comfortable",
  network: "",
  step: "submit",
  backend: "",
};

export type GlobalName = keyof typeof initialGlobals;

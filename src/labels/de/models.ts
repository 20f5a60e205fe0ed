import type { Labels } from "../en/en.ts";
import { count, digits, list, number } from "./grammar.ts";

const texts: Labels["models"]["texts"] = {
  "Detailed 1024 px images with an optional refiner.":
    "Detailreiche Bilder mit 1024 px, auf Wunsch mit Refiner.",
  "Research release of SDXL. Supports custom image sizes.":
    "Forschungsversion von SDXL mit frei wählbarer Größe.",
  "Small, fast, and inexpensive. Best at sizes from 512 to 768 px.":
    "Klein, schnell und günstig. Am besten bei Größen von 512 bis 768 px.",
  "Transforms an image using your prompt.": "Wandelt ein Bild anhand deines Prompts um.",
  "With “Refiner start” at 1, no steps are left for the refiner. Lower “Refiner start”, or turn off the refiner.":
    "Wenn „Refiner-Start“ auf 1 steht, bleiben dem Refiner keine Schritte. Verringere den Wert oder schalte den Refiner aus.",

  Prompt: "Prompt",
  "Describe the image. (word:1.3) gives a word more weight; [word] gives it less.":
    "Beschreibe das Bild. (Wort:1.3) gibt einem Wort mehr Gewicht, [Wort] weniger.",
  "Write a prompt.": "Schreib einen Prompt.",
  "Negative prompt": "Negativer Prompt",
  Style: "Stil",
  "Choose a style.": "Wähle einen Stil.",
  "Stability presets": "Stability-Vorlagen",
  Advertising: "Werbung",
  "Art styles": "Kunststile",
  Futuristic: "Futuristisch",
  Games: "Spiele",
  "Moods and themes": "Stimmungen und Themen",
  Papercraft: "Papierkunst",
  Photography: "Fotografie",
  Images: "Bilder",
  "Start image": "Ausgangsbild",
  "The image to start from. The result has the same size.":
    "Das Ausgangsbild. Das Ergebnis hat dieselbe Größe.",
  "Choose an image file or enter an http(s) URL.":
    "Wähle eine Bilddatei oder gib eine http(s)-URL ein.",
  Width: "Breite",
  Height: "Höhe",
  "In pixels. Use multiples of 8.": "In Pixeln. Verwende Vielfache von 8.",
  "In pixels. 512 × 512 is faster; 768 × 768 has more detail.":
    "In Pixeln. 512 × 512 ist schneller, 768 × 768 hat mehr Details.",

  Sampler: "Sampler",
  "Sampling method. Affects speed and detail.": "Sampling-Methode. Beeinflusst Tempo und Details.",
  "Choose a sampler.": "Wähle einen Sampler.",
  "Consistent; a good default": "Konsistent; ein guter Standard",
  "Sharp in few steps": "Scharf in wenigen Schritten",
  "Sharp, slightly slower": "Scharf, etwas langsamer",
  "Varied; keeps changing with more steps":
    "Abwechslungsreich; ändert sich mit mehr Schritten weiter",
  "Fast and soft": "Schnell und weich",
  "Accurate, takes twice as long": "Präzise, dauert doppelt so lange",
  "Varied, rich in detail": "Abwechslungsreich, viele Details",
  "Accurate, rich in detail": "Präzise, viele Details",
  "Fast, older": "Schnell, älter",
  "Needs many steps": "Braucht viele Schritte",
  "Good results in few steps": "Gut mit wenigen Schritten",
  "Varied and rich in detail, takes twice as long":
    "Abwechslungsreich, viele Details, dauert doppelt so lange",
  "Sharp in 20 to 30 steps; a good default": "Scharf in 20 bis 30 Schritten; ein guter Standard",
  "Rich in detail, takes twice as long": "Viele Details, dauert doppelt so lange",
  "Rich in detail; keeps changing with more steps":
    "Viele Details; ändert sich mit mehr Schritten weiter",
  "Fine detail, takes twice as long": "Feine Details, dauert doppelt so lange",
  "Fine detail; needs 30 steps or more": "Feine Details; braucht mindestens 30 Schritte",
  "Varied, takes twice as long": "Abwechslungsreich, dauert doppelt so lange",
  "Rough; for drafts": "Grob; für Entwürfe",
  "Chooses the number of steps": "Wählt die Anzahl der Schritte",
  "Fine detail; repeats some steps": "Feine Details; wiederholt einige Schritte",
  Steps: "Schritte",
  "More steps add detail and take longer. Above 50, the difference is hard to see.":
    "Mehr Schritte bringen mehr Details und dauern länger. Über 50 ist der Unterschied kaum zu sehen.",
  steps: "Schritte",
  "Guidance scale": "Guidance-Skala",
  "Higher values follow the prompt more closely, with less variety.":
    "Höhere Werte folgen dem Prompt genauer, mit weniger Vielfalt.",
  Strength: "Stärke",
  "How much the starting image changes: 0 keeps it, 1 replaces it.":
    "Wie stark sich das Ausgangsbild ändert: 0 behält es bei, 1 ersetzt es.",
  Seed: "Seed",
  "The same seed and settings give the same image.":
    "Derselbe Seed und dieselben Einstellungen ergeben dasselbe Bild.",
  "Base model": "Basismodell",
  "The checkpoint that generates the image. It determines the overall look.":
    "Der Checkpoint, der das Bild generiert. Er bestimmt den Look.",

  Refiner: "Refiner",
  "Improves details with a second model.": "Verbessert Details mit einem zweiten Modell.",
  "Refiner start": "Refiner-Start",
  "The share of steps before the refiner takes over.":
    "Der Anteil der Schritte, bevor der Refiner übernimmt.",
  Base64: "Base64",
  "Returns the image in the response instead of its URL.":
    "Liefert das Bild in der Antwort statt seiner URL.",
};

export const models: Labels["models"] = {
  texts,
  inputErrors: {
    required: "Dieses Feld ist erforderlich.",
    prompt: "Schreib einen Prompt.",
    unknownField: (model) => `Dieses Feld gibt es bei ${model} nicht.`,
    types: {
      int: "Muss eine ganze Zahl sein.",
      number: "Muss eine Zahl sein.",
      string: "Muss ein Text sein.",
      boolean: "Muss wahr oder falsch sein.",
      object: "Muss ein Objekt sein.",
      array: "Muss eine Liste sein.",
    },
    atLeast: (min) => `Muss mindestens ${digits(min)} sein.`,
    moreThan: (limit) => `Muss mehr als ${digits(limit)} sein.`,
    atMost: (max) => `Darf höchstens ${digits(max)} sein.`,
    lessThan: (limit) => `Muss weniger als ${digits(limit)} sein.`,
    multipleOf: (divisor) => `Muss ein Vielfaches von ${digits(divisor)} sein.`,
    minCharacters: (min) => `Muss mindestens ${number(min)} Zeichen haben.`,
    maxCharacters: (max) => `Darf höchstens ${number(max)} Zeichen haben.`,
    minEntries: (min) =>
      `Muss mindestens ${count(min, { one: "# Eintrag", other: "# Einträge" })} haben.`,
    maxEntries: (max) =>
      `Darf höchstens ${count(max, { one: "# Eintrag", other: "# Einträge" })} haben.`,
    oneOf: (values) =>
      values.length === 1
        ? `Muss ${values.join()} sein.`
        : `Muss einer dieser Werte sein: ${list(values)}.`,
    notInList: "Wähle einen Wert aus der Liste.",
    url: "Muss eine vollständige URL sein, die mit https:// beginnt.",
    invalid: "Ungültiges Format.",
    noMatch: "Ungültiger Wert.",
  },
};

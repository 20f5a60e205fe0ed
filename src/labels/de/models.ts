import type { Labels } from "../en/en.ts";
import { count, digits, list, number } from "./grammar.ts";

const texts: Labels["models"]["texts"] = {
  "Large, sharp pictures with a second model that refines the first one's work.":
    "Große, scharfe Bilder; ein zweites Modell verfeinert die Arbeit des ersten.",
  "The research release of SDXL, with sizes of your own.":
    "Die Forschungsversion von SDXL, mit frei wählbaren Größen.",
  "Small, quick and cheap; made for 768 × 768.":
    "Klein, schnell und günstig; gemacht für 768 × 768.",
  "Makes a picture over in the words of a prompt.":
    "Gestaltet ein Bild nach den Worten eines Prompts um.",
  "The refiner does nothing while the high noise fraction is 1: no step is left for it. Set the fraction below 1, or turn the refiner off.":
    "Der Refiner tut nichts, solange der Anteil hohen Rauschens 1 ist: Für ihn bleibt kein Schritt übrig. Stell den Anteil auf unter 1 oder schalte den Refiner aus.",

  Prompt: "Prompt",
  "What the picture should show. (word:1.3) gives a word more weight, [word] less.":
    "Was das Bild zeigen soll. (Wort:1.3) gibt einem Wort mehr Gewicht, [Wort] weniger.",
  "Write a prompt.": "Schreib einen Prompt.",
  "Negative prompt": "Negativer Prompt",
  "What to keep out of the picture, for example: bad anatomy, bad hands, missing fingers.":
    "Was nicht ins Bild soll, zum Beispiel: bad anatomy, bad hands, missing fingers.",
  Style: "Stil",
  "A look that is laid over the prompt.": "Ein Look, der über den Prompt gelegt wird.",
  "Choose a style.": "Wähle einen Stil.",
  "Stability presets": "Stability-Vorlagen",
  Advertising: "Werbung",
  "Art styles": "Kunststile",
  Futuristic: "Futuristisch",
  Games: "Spiele",
  "Moods and themes": "Stimmungen und Themen",
  Papercraft: "Papierkunst",
  Photography: "Fotografie",
  Samples: "Anzahl Bilder",
  "How many pictures one run makes. Each is paid for.":
    "Wie viele Bilder ein Durchlauf macht. Jedes wird berechnet.",
  pictures: "Bilder",
  Image: "Bild",
  "The picture to start from. The result has its size.":
    "Das Bild, von dem es ausgeht. Das Ergebnis hat seine Größe.",
  "Give a picture: an http(s) URL or a file.": "Gib ein Bild an: eine http(s)-URL oder eine Datei.",
  Width: "Breite",
  Height: "Höhe",
  "SDXL draws 1024 × 1024 and nothing else.": "SDXL zeichnet 1024 × 1024 und nichts anderes.",
  "In pixels; whole eighths come out as asked.":
    "In Pixeln; Vielfache von 8 kommen heraus wie verlangt.",
  "In pixels. The model was made for 768 × 768.":
    "In Pixeln. Das Modell wurde für 768 × 768 gemacht.",

  Scheduler: "Scheduler",
  "How the noise is taken out, step by step.":
    "Wie das Rauschen Schritt für Schritt entfernt wird.",
  "Choose a scheduler.": "Wähle einen Scheduler.",
  "Repeatable and plain; a good start": "Wiederholbar und schlicht; gut für den Anfang",
  "Sharp in few steps": "Scharf in wenigen Schritten",
  "Sharp, a little slower": "Scharf, etwas langsamer",
  "Varied; never quite settles": "Abwechslungsreich; kommt nie ganz zur Ruhe",
  "Quick and soft": "Schnell und weich",
  "Exact, at twice the time": "Genau, in doppelter Zeit",
  "Varied, rich in detail": "Abwechslungsreich, viele Details",
  "Exact, rich in detail": "Genau, viele Details",
  "Quick, older": "Schnell, älter",
  "Wants many steps": "Braucht viele Schritte",
  "Good in 20 steps or fewer": "Gut in höchstens 20 Schritten",
  "Varied and rich in detail, at twice the time":
    "Abwechslungsreich und viele Details, in doppelter Zeit",
  "Sharp in 20 to 30 steps; a good start": "Scharf in 20 bis 30 Schritten; gut für den Anfang",
  "Rich in detail, at twice the time": "Viele Details, in doppelter Zeit",
  "Rich in detail; more steps change it": "Viele Details; mehr Schritte verändern es",
  "Fine detail, at twice the time": "Feine Details, in doppelter Zeit",
  "Fine detail; wants 30 steps or more": "Feine Details; braucht 30 Schritte oder mehr",
  "Varied, at twice the time": "Abwechslungsreich, in doppelter Zeit",
  "For drafts; rough": "Für Entwürfe; grob",
  "Takes as many steps as it likes": "Nimmt so viele Schritte, wie es will",
  "Fine detail; goes back and mends": "Feine Details; geht zurück und bessert nach",
  "Inference steps": "Inferenzschritte",
  "More steps draw finer and take longer; past 50 the difference is hard to see.":
    "Mehr Schritte zeichnen feiner und dauern länger; jenseits von 50 ist der Unterschied kaum zu sehen.",
  steps: "Schritte",
  "Guidance scale": "Guidance-Skala",
  "How closely to follow the prompt. High values follow it to the letter and cost variety.":
    "Wie genau dem Prompt gefolgt wird. Hohe Werte nehmen ihn wörtlich und kosten Vielfalt.",
  Strength: "Stärke",
  "How much a reference picture is changed: 0 keeps it, 1 leaves nothing of it.":
    "Wie stark ein Ausgangsbild verändert wird: 0 behält es bei, 1 lässt nichts davon übrig.",
  Seed: "Seed",
  "The same seed and settings make the same picture again; -1 draws a new seed each time.":
    "Gleicher Seed und gleiche Einstellungen ergeben wieder dasselbe Bild; -1 zieht jedes Mal einen neuen Seed.",
  "Base model": "Basismodell",
  "The checkpoint that draws: each has a look of its own.":
    "Der Checkpoint, der zeichnet: Jeder hat seinen eigenen Look.",

  Refiner: "Refiner",
  "A second model goes over the picture and improves it.":
    "Ein zweites Modell geht über das Bild und verbessert es.",
  "High noise fraction": "Anteil hohen Rauschens",
  "The share of the steps that the base model takes before the refiner goes on.":
    "Der Anteil der Schritte, die das Basismodell macht, bevor der Refiner übernimmt.",
  Base64: "Base64",
  "Sends the picture inside the answer in place of its address.":
    "Sendet das Bild in der Antwort selbst statt seiner Adresse.",
};

export const models: Labels["models"] = {
  texts,
  inputErrors: {
    required: "Das wird gebraucht.",
    prompt: "Schreib einen Prompt.",
    unknownField: (model) => `${model} hat kein solches Feld.`,
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
    minCharacters: (min) => `Braucht mindestens ${number(min)} Zeichen.`,
    maxCharacters: (max) => `Darf höchstens ${number(max)} Zeichen haben.`,
    minEntries: (min) =>
      `Braucht mindestens ${count(min, { one: "# Eintrag", other: "# Einträge" })}.`,
    maxEntries: (max) =>
      `Darf höchstens ${count(max, { one: "# Eintrag", other: "# Einträge" })} haben.`,
    oneOf: (values) =>
      values.length === 1
        ? `Muss ${values.join()} sein.`
        : `Muss einer dieser Werte sein: ${list(values)}.`,
    notInList: "Muss einer der Werte aus der Liste sein.",
    url: "Muss eine vollständige URL sein, mit https://.",
    invalid: "Hat die falsche Form.",
    noMatch: "Passt zu keiner der Formen, die hier erlaubt sind.",
  },
};

import type { GenerateStatus } from "../../protocol/jobState.ts";
import type { Labels } from "../en/en.ts";
import { errors, remedies } from "./errors.ts";
import { number } from "./grammar.ts";

const statusText: Readonly<Record<GenerateStatus, string>> = {
  idle: "nicht begonnen",
  submitting: "wird gesendet",
  queued: "wartet",
  processing: "wird gezeichnet",
  completed: "fertig",
  failed: "fehlgeschlagen",
  unknown: "Ausgang unbekannt",
  expired: "abgelaufen",
};

const position = (index: number, count: number): string =>
  `Bild ${number(index + 1)} von ${number(count)}`;

export const result: Labels["result"] = {
  locale: "de",

  errors,
  remedies,
  charged: {
    no: "Nicht berechnet",
    yes: "Berechnet",
    unknown: "Möglicherweise berechnet",
  },
  retryAdvice: {
    safe: "Du kannst es gefahrlos erneut versuchen.",
    after: "In einem Moment kannst du es gefahrlos erneut versuchen.",
    unsafe: "Ein neuer Versuch kann doppelt berechnet werden.",
    paid: "Um das Bild zu bekommen, generiere es erneut; das wird noch einmal berechnet.",
    never: "Dasselbe noch einmal zu versuchen, hilft nicht.",
  },
  retry: {
    no: "Erneut versuchen",
    yes: "Erneut senden: kostet noch einmal",
    unknown: "Erneut senden: kostet vielleicht doppelt",
  },
  checkStatus: "Erneut nachsehen",
  retryIn: (time) => `In ${time} kannst du es erneut versuchen.`,
  fields: "Was zu korrigieren ist",
  requestId: "Auftragskennung",

  progress: {
    idle: "",
    submitting: "Wird gesendet",
    queued: "Wartet, bis es dran ist",
    processing: "Wird gezeichnet",
    completed: "Fertig. Das Ergebnis ist da.",
    failed: "",
    unknown: "",
    expired: "",
  },
  overdue: "Dauert länger als sonst. Es geht nichts verloren.",
  connectionLost: "Verbindung abgebrochen; es wird von selbst weiter nachgefragt",
  pollFailed: (what) => `${what} Es wird von selbst weiter nachgefragt.`,
  notFoundYet:
    "Der Dienst findet diesen Auftrag gerade nicht. Es wird von selbst weiter nachgefragt.",
  signedOut: "Du bist abgemeldet. Melde dich an, dann geht es weiter",
  offline: "Du bist offline. Der Durchlauf läuft weiter; sobald du zurück bist, wird nachgesehen",
  estimate: "Geschätzter Fortschritt",
  usualDuration: (range) => `meist ${range}`,

  result: "Ergebnis",
  empty: {
    idle: "Beschreibe ein Bild, dann erscheint es hier.",
    submitting: "",
    queued: "",
    processing: "",
    completed: "Der Durchlauf endete ohne Bild.",
    failed: "Es ist kein Bild entstanden. Deine Einstellungen sind, wie du sie gelassen hast.",
    unknown:
      "Vielleicht gibt es ein Bild; von hier aus lässt es sich nicht sagen. Deine Einstellungen sind, wie du sie gelassen hast.",
    expired:
      "Dieser Durchlauf ist abgelaufen, und seine Bilder sind weg. Deine Einstellungen bleiben erhalten.",
  },
  alt: (prompt, index, count) =>
    [prompt || "Generiertes Bild", ...(count > 1 ? [position(index, count)] : [])].join(", "),
  blocked:
    "Der Inhaltsfilter des Dienstes hat die Bilder zurückgehalten. Deine Einstellungen sind, wie du sie gelassen hast.",
  missingOffline: "Du bist offline. Dieses Bild wird wieder geladen, sobald du zurück bist.",
  missing: "Dieses Bild gibt es nicht mehr. Der Dienst behält Dateien 7 Tage lang.",
  notAnImage: "Dieses Ergebnis ist eine Datei und kein Bild.",
  openFile: "Datei öffnen",
  loadAgain: "Erneut laden",
  fewerImages: (got, requested) => `${number(got)} von ${number(requested)} Bildern kamen zurück.`,

  forImage: (action, index, count) => (count > 1 ? `${action}, ${position(index, count)}` : action),
  download: "Herunterladen",
  downloaded: "In deinen Downloads gespeichert.",
  openedInTab:
    "Das Bild konnte hier nicht gelesen werden und wurde in einem neuen Tab geöffnet. Speichere es dort.",
  downloadAll: (count) => `Alle ${number(count)} herunterladen`,
  downloadedSome: (got, count) =>
    got === 0
      ? "Keines der Bilder konnte hier gelesen werden."
      : `${number(got)} von ${number(count)} Bildern gespeichert; die anderen konnten nicht gelesen werden.`,
  copy: "Kopieren",
  copied: "Kopiert.",
  cantCopy: "Dieses Bild lässt sich hier nicht kopieren. Lade es stattdessen herunter.",
  copyLink: "Link kopieren",
  linkCopied: "Der Link ist kopiert. Er bringt diese Einstellungen ins Formular.",
  cantCopyLink: "Der Link lässt sich hier nicht kopieren.",
  reuse: "Diese Einstellungen verwenden",
  reused: "Die Einstellungen und der Seed stehen im Formular.",
  useThis: "Übernehmen",
  used: (field) => `${field} steht im Formular.`,
  forField: (action, field) => `${action}: ${field}`,

  enlarge: "Vergrößern",
  enlarged: "Vergrößertes Bild",
  close: "Schließen",
  previous: "Vorheriges Bild",
  next: "Nächstes Bild",
  position,
  zoomControls: "Zoom",
  zoomIn: "Vergrößern",
  zoomOut: "Verkleinern",
  zoomFit: (percent) => `${percent}, ganzes Bild zeigen`,
  zoomedTo: (percent) => `Zoom bei ${percent}`,

  before: "Vorher",
  after: "Nachher",
  compare: "Vergleich",
  compareSlider: "Wo sich die beiden Bilder treffen",
  compareShare: (percent, before, after) => `${percent} ${before}, der Rest ${after}`,
  sideBySide: "Nebeneinander",
  inputAlt: "Das Bild, von dem es ausging",

  details: "Details",
  model: "Modell",
  seedUsed: "Verwendeter Seed",
  generationTime: "Gezeichnet in",
  queueTime: "Gewartet",
  totalTime: "Insgesamt",
  cost: "Kosten",
  credits: (amount) => `${amount} Credits`,
  yes: "Ja",
  no: "Nein",

  modelSwitch: "Modell",
  jobs: "Frühere Durchläufe",
  job: (which, prompt, status) => `Durchlauf ${number(which)}, ${statusText[status]}: ${prompt}`,
};

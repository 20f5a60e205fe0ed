import type { GenerateStatus } from "../../protocol/jobState.ts";
import type { Labels } from "../en/en.ts";
import { inCredits } from "./credits.ts";
import { errors, remedies } from "./errors.ts";
import { count as plural, number } from "./grammar.ts";
import { position } from "./imageActions.ts";

const statusText: Readonly<Record<GenerateStatus | "blocked", string>> = {
  idle: "nicht gestartet",
  submitting: "wird gesendet",
  queued: "in der Warteschlange",
  processing: "wird generiert",
  completed: "fertig",
  failed: "fehlgeschlagen",
  canceled: "gestoppt",
  unknown: "nicht bestätigt",
  expired: "abgelaufen",
  blocked: "blockiert",
};

export const result: Labels["result"] = {
  locale: "de",

  errors,
  remedies,
  charged: {
    no: "Keine Kosten entstanden",
    yes: "Kosten entstanden",
    unknown: "Eventuell Kosten entstanden",
  },
  retryAdvice: {
    safe: "Du kannst es gefahrlos erneut versuchen.",
    after: "Du kannst es gleich gefahrlos erneut versuchen.",
    unsafe: "Wenn du es erneut versuchst, entstehen die Kosten eventuell doppelt.",
    paid: "Generiere das Bild neu, um es zu erhalten. Dabei entstehen erneut Kosten.",
    never: "Ohne Änderungen hilft es nicht, es erneut zu versuchen.",
  },
  retry: {
    no: "Erneut versuchen",
    yes: "Neu generieren (kostet erneut)",
    unknown: "Erneut senden (kostet eventuell doppelt)",
  },
  stop: "Stoppen",
  stopping: "Wird gestoppt …",
  stoppedLate: "Sie hatte schon begonnen.",
  checkStatus: "Erneut prüfen",
  checking: "Wird geprüft …",
  checked: (time) => `Um ${time} geprüft: weiterhin nicht bestätigt.`,
  checkFailed: (reason) => `Die Prüfung ist fehlgeschlagen. ${reason}`,
  retryAt: (time) => `Ab ${time} Uhr kannst du es erneut versuchen.`,
  fields: "Zu korrigierende Felder",
  requestId: "Anfrage-ID",
  copyRequestId: "Anfrage-ID kopieren",
  aiGenerated: "KI-generiert",

  progress: {
    idle: "",
    submitting: "Wird gesendet …",
    queued: "In der Warteschlange …",
    processing: "Wird generiert …",
    completed: "Generierung abgeschlossen.",
    failed: "",
    canceled: "",
    unknown: "",
    expired: "",
  },
  overdue: "Dauert länger als sonst, läuft aber weiter …",
  connectionLost: "Verbindung unterbrochen. Wird wiederhergestellt …",
  pollFailed: (what) => `${what} Wird automatisch erneut versucht.`,
  notFoundYet: "Der Dienst findet diese Generierung noch nicht. Wird automatisch erneut versucht.",
  signedOut: "Du bist abgemeldet. Melde dich an, um fortzufahren.",
  offline:
    "Du bist offline. Dein Bild wird weiter generiert. Den aktuellen Stand siehst du, sobald du wieder online bist.",
  estimate: "Geschätzter Fortschritt",
  usualDuration: (range) => `meist ${range}`,

  result: "Ergebnis",
  empty: {
    idle: "Beschreibe ein Bild, um loszulegen.",
    submitting: "",
    queued: "",
    processing: "",
    completed: "Die Generierung hat kein Bild ergeben.",
    failed: "Es wurde kein Bild erstellt. Deine Einstellungen sind unverändert.",
    canceled: "Es wurde kein Bild erstellt. Deine Einstellungen sind unverändert.",
    unknown: "Dein Bild wird eventuell noch generiert. Deine Einstellungen sind unverändert.",
    expired: "Dieses Ergebnis ist abgelaufen. Deine Einstellungen sind gespeichert.",
  },
  alt: (prompt, index, count) =>
    [prompt || "Generiertes Bild", ...(count > 1 ? [position(index, count)] : [])].join(", "),
  blocked: "Der Inhaltsfilter hat dieses Ergebnis blockiert. Deine Einstellungen sind unverändert.",
  missingOffline: "Du bist offline. Dieses Bild wird geladen, sobald du wieder online bist.",
  loadingImage: "Bild wird geladen …",
  missing: "Dieses Bild lässt sich nicht laden. Vielleicht ist es abgelaufen.",
  notAnImage: "Dieses Ergebnis ist eine Datei, kein Bild.",
  openFile: "Datei öffnen",
  loadAgain: "Erneut laden",
  fewerImages: (got, requested) => `Nur ${number(got)} von ${number(requested)} Bildern erhalten.`,

  forImage: (action, index, count) => (count > 1 ? `${action}, ${position(index, count)}` : action),
  download: "Herunterladen",
  downloaded: "Download gestartet.",
  openedInTab: "Das Bild wurde in einem neuen Tab geöffnet. Speichere es dort.",
  downloadAll: (count) => `Alle ${number(count)} herunterladen`,
  downloadedSome: (got, count) =>
    got === 0
      ? "Die Bilder konnten nicht heruntergeladen werden."
      : `${number(got)} von ${number(count)} Bildern heruntergeladen. Die anderen konnten nicht gelesen werden.`,
  copy: "Kopieren",
  copied: "Kopiert.",
  cantCopy: "Dieses Bild kann nicht kopiert werden. Lade es stattdessen herunter.",
  copyLink: "Link kopieren",
  linkCopied: "Link kopiert. Er öffnet das Formular mit diesen Einstellungen.",
  cantCopyLink: "Der Link konnte nicht kopiert werden.",
  reuse: "Einstellungen wiederverwenden",
  reused: "Einstellungen und Seed übernommen.",
  useThis: "Übernehmen",
  used: (field) => `${field} übernommen.`,
  forField: (action, field) => `${action}: ${field}`,

  done: { download: "Gespeichert", copy: "Kopiert", reuse: "Übernommen" },

  enlarge: "Vergrößern",
  close: "Schließen",

  removed: (runs) =>
    plural(runs, { one: "# Generierung gelöscht.", other: "# Generierungen gelöscht." }),
  chooseToCompare: "Wähle eine Generierung zum Vergleichen.",
  cancel: "Abbrechen",

  seedOf: (seed) => `Seed ${seed}`,

  details: "Details",
  model: "Modell",
  seedUsed: "Verwendeter Seed",
  generationTime: "Generierungszeit",
  queueTime: "Wartezeit",
  totalTime: "Gesamtzeit",
  cost: "Kosten",
  credits: inCredits,
  yes: "Ja",
  no: "Nein",

  modelSwitch: "Modell",
  jobs: "Frühere Generierungen",
  job: (place, prompt, status) => `Generierung ${number(place)}, ${statusText[status]}: ${prompt}`,
};

import { createGrammar } from "../createGrammar.ts";
import type { Labels } from "../labels.ts";

const { count, number } = createGrammar("es");

export const history: Labels["history"] = {
  history: "Historial",
  search: "Buscar en el historial",
  model: "Modelo",
  allModels: "Todos los modelos",
  starredOnly: "Destacadas",
  count: (found, total) => {
    const all = count(total, { one: "# generación", other: "# generaciones" });
    return found === total ? all : `${number(found)} de ${all}`;
  },
  empty: "Lo que generes se guarda aquí.",
  nothingFound: "Nada coincide.",
  showAll: "Mostrar todo",

  selected: (runs) => count(runs, { one: "# seleccionada", other: "# seleccionadas" }),
  selectAll: "Seleccionar todo",
  clearSelection: "Quitar la selección",
  star: "Destacar",
  unstar: "Dejar de destacar",
  download: "Descargar",
  downloading: (done, all) => `Descargando ${number(done)} de ${number(all)}`,
  stop: "Detener",
  downloaded: (pictures) =>
    count(pictures, { one: "# imagen guardada.", other: "# imágenes guardadas." }),
  notDownloaded: (pictures) =>
    count(pictures, {
      one: "No se pudo obtener # imagen:",
      other: "No se pudieron obtener # imágenes:",
    }),
  nothingToDownload: "Ninguna de estas generaciones tiene ya una imagen.",
  zipName: "imagenes",
  forget: "Eliminar",
  forgotten: (runs) =>
    count(runs, { one: "# generación eliminada.", other: "# generaciones eliminadas." }),
  keptRunning: (runs) =>
    count(runs, {
      one: "# sigue en curso y se conserva.",
      other: "# siguen en curso y se conservan.",
    }),
  undo: "Deshacer",
  undone: (runs) =>
    count(runs, { one: "# generación está de vuelta.", other: "# generaciones están de vuelta." }),

  select: (prompt) => `Seleccionar: ${prompt}`,
  starOne: (prompt) => `Destacar: ${prompt}`,
  useAgain: "Usar de nuevo",
  makeAgain: "Crear de nuevo: se cobra otra vez",
  ofRun: (action, prompt) => `${action}: ${prompt}`,
  untitled: "Sin título",
  pictures: (pictures) => count(pictures, { one: "# imagen", other: "# imágenes" }),
  status: {
    idle: "",
    submitting: "Enviando",
    queued: "En espera",
    processing: "Dibujando",
    completed: "",
    failed: "Falló",
    unknown: "Resultado desconocido",
    expired: "Caducada: sus imágenes ya no están",
  },
};

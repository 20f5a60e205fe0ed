import type { Labels } from "../en/en.ts";
import { count, number } from "./grammar.ts";

export const history: Labels["history"] = {
  history: "Historial",
  search: "Buscar en el historial",
  model: "Modelo",
  allModels: "Todos los modelos",
  favoritesOnly: "Destacadas",
  count: (found, total) => {
    const all = count(total, { one: "# generación", other: "# generaciones" });
    return found === total ? all : `${number(found)} de ${all}`;
  },
  empty: "Lo que generes se guarda aquí.",
  noMatches: "Nada coincide.",
  showAll: "Mostrar todo",

  selected: (runs) => count(runs, { one: "# seleccionada", other: "# seleccionadas" }),
  selectAll: "Seleccionar todo",
  clearSelection: "Quitar la selección",
  addFavorite: "Destacar",
  removeFavorite: "Dejar de destacar",
  download: "Descargar",
  downloading: (done, all) => `Descargando ${number(done)} de ${number(all)}`,
  stop: "Detener",
  downloaded: (images) =>
    count(images, { one: "# imagen guardada.", other: "# imágenes guardadas." }),
  downloadFailed: (images) =>
    count(images, {
      one: "No se pudo obtener # imagen:",
      other: "No se pudieron obtener # imágenes:",
    }),
  nothingToDownload: "Ninguna de estas generaciones tiene ya una imagen.",
  zipName: "imagenes",
  remove: "Eliminar",
  removed: (runs) =>
    count(runs, { one: "# generación eliminada.", other: "# generaciones eliminadas." }),
  keptPending: (runs) =>
    count(runs, {
      one: "# sigue en curso y se conserva.",
      other: "# siguen en curso y se conservan.",
    }),
  undo: "Deshacer",
  restored: (runs) =>
    count(runs, { one: "# generación está de vuelta.", other: "# generaciones están de vuelta." }),

  select: (prompt) => `Seleccionar: ${prompt}`,
  favoriteOne: (prompt) => `Destacar: ${prompt}`,
  useAgain: "Usar de nuevo",
  generateAgain: "Crear de nuevo: se cobra otra vez",
  forJob: (action, prompt) => `${action}: ${prompt}`,
  untitled: "Sin título",
  images: (images) => count(images, { one: "# imagen", other: "# imágenes" }),
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

import type { Labels } from "../en/en.ts";
import { count, number } from "./grammar.ts";

export const history: Labels["history"] = {
  history: "Historial",
  search: "Buscar en prompts y ajustes",
  model: "Modelo",
  allModels: "Todos los modelos",
  month: "Mes",
  allMonths: "Todos los meses",
  favoritesOnly: "Favoritos",
  count: (found, total) => {
    const all = count(total, { one: "# generación", other: "# generaciones" });
    return found === total ? all : `${number(found)} de ${all}`;
  },
  empty: "Aquí aparecen las imágenes que generas.",
  noMatches: "No hay imágenes que coincidan.",
  noExactMatches: "No hay coincidencias exactas. Se muestran resultados similares.",
  showAll: "Mostrar todo",

  selected: (runs) => count(runs, { one: "# seleccionada", other: "# seleccionadas" }),
  selectAll: "Seleccionar todo",
  clearSelection: "Quitar la selección",
  compare: "Comparar",
  compareWith: "Comparar con…",
  compareWithCurrent: "Comparar con la imagen actual",
  addFavorite: "Añadir a favoritos",
  removeFavorite: "Quitar de favoritos",
  download: "Descargar",
  downloading: (done, all) => `Descargando ${number(done)} de ${number(all)}`,
  stop: "Detener",
  downloaded: (images) =>
    count(images, { one: "# imagen descargada.", other: "# imágenes descargadas." }),
  downloadFailed: (images) =>
    count(images, {
      one: "No se pudo descargar # imagen:",
      other: "No se pudieron descargar # imágenes:",
    }),
  nothingToDownload: "Ninguna de estas generaciones tiene imágenes.",
  zipName: "imagenes",
  remove: "Eliminar",
  keptPending: (runs) =>
    count(runs, {
      one: "# generación sigue en curso y no se eliminó.",
      other: "# generaciones siguen en curso y no se eliminaron.",
    }),
  undo: "Deshacer",
  restored: (runs) =>
    count(runs, { one: "# generación restaurada.", other: "# generaciones restauradas." }),

  select: (prompt) => `Seleccionar: ${prompt}`,
  favoriteOne: (prompt) => `Favorito: ${prompt}`,
  useAgain: "Reutilizar ajustes",
  confirmed: "Confirmado. Tu imagen se está generando.",
  forJob: (action, prompt) => `${action}: ${prompt}`,
  untitled: "Sin título",
  images: (images) => count(images, { one: "# imagen", other: "# imágenes" }),
  status: {
    idle: "",
    submitting: "Enviando…",
    queued: "En cola",
    processing: "Generando…",
    completed: "",
    failed: "Fallida",
    canceled: "Detenida",
    unknown: "Sin confirmar",
    expired: "Caducada",
  },
  blocked: "Bloqueada",
};

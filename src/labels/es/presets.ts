import type { Labels } from "../en/en.ts";
import { count } from "./grammar.ts";

export const presets: Labels["presets"] = {
  title: "Preajustes",
  empty: "Aún no hay preajustes. Guarda tus ajustes actuales para volver a usarlos.",
  suggested: "Sugeridos",
  own: "Los tuyos",
  save: "Guardar",
  cancel: "Cancelar",
  saveCurrent: "Guardar los ajustes actuales",
  name: "Nombre del preajuste",
  includePrompt: "Incluir el prompt",
  saved: (name) => `Se guardó «${name}».`,
  applied: (name) => `Se aplicó «${name}».`,
  rename: (name) => `Cambiar el nombre de «${name}»`,
  remove: (name) => `Eliminar «${name}»`,
  removed: (name) => `Se eliminó «${name}».`,
  undo: "Deshacer",
  nameMissing: "Escribe un nombre.",
  nameTaken: (name) => `Ya tienes un preajuste llamado «${name}».`,
  tooMany: (most) =>
    count(most, {
      one: "Solo puedes guardar un preajuste. Elimínalo primero.",
      other: "Puedes guardar hasta # preajustes. Elimina uno primero.",
    }),
  full: "El almacenamiento de tu navegador está lleno, así que el preajuste no se guardó. Elimina algunas imágenes del historial e inténtalo de nuevo.",
};

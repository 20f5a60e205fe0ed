import { memoryStorage, type LedgerStorage } from "react-easel/client";

/** Keys of drafts and presets. Jobs aren't kept, because the images of a backend in the page end with the page. */
const isKept = (key: string): boolean => /^easel-(draft|preset):/.test(key);

/** Creates a story's in-memory storage that keeps drafts and presets in the tab, so that they survive a reload. */
export function createTabStorage(id: string): LedgerStorage {
  const prefix = `${id} `;
  const storage = memoryStorage();
  for (const [name, text] of Object.entries<string>(sessionStorage)) {
    if (name.startsWith(prefix)) void storage.set(name.slice(prefix.length), text);
  }
  return {
    ...storage,
    set: (key, text) => {
      if (isKept(key)) sessionStorage.setItem(prefix + key, text);
      return storage.set(key, text);
    },
    remove: (key) => {
      sessionStorage.removeItem(prefix + key);
      return storage.remove(key);
    },
  };
}

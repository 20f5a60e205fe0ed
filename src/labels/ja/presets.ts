import type { Labels } from "../en/en.ts";
import { digits } from "./grammar.ts";

export const presets: Labels["presets"] = {
  title: "プリセット",
  empty: "プリセットはまだありません。現在の設定を保存すると、後でまた使えます。",
  suggested: "おすすめ",
  own: "保存済み",
  save: "保存",
  cancel: "キャンセル",
  saveCurrent: "現在の設定を保存",
  name: "プリセット名",
  includePrompt: "プロンプトも含める",
  saved: (name) => `「${name}」を保存しました。`,
  applied: (name) => `「${name}」を適用しました。`,
  rename: (name) => `「${name}」の名前を変更`,
  remove: (name) => `「${name}」を削除`,
  removed: (name) => `「${name}」を削除しました。`,
  undo: "元に戻す",
  nameMissing: "名前を入力してください。",
  nameTaken: (name) => `「${name}」という名前のプリセットはすでにあります。`,
  tooMany: (most) => `保存できるプリセットは${digits(most)}件までです。先に1件削除してください。`,
  full: "ブラウザーの保存領域がいっぱいのため、プリセットを保存できませんでした。履歴から画像を削除して、もう一度お試しください。",
};

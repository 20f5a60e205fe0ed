import { createGrammar } from "../createGrammar.ts";
import type { Labels } from "../en/en.ts";

const { number } = createGrammar("ja");

export const history: Labels["history"] = {
  history: "履歴",
  search: "プロンプトと設定を検索",
  model: "モデル",
  allModels: "すべてのモデル",
  favoritesOnly: "スター付き",
  count: (found, total) =>
    found === total ? `${number(total)}件` : `${number(total)}件中${number(found)}件`,
  empty: "生成したものはここに保存されます。",
  noMatches: "一致するものがありません。",
  showAll: "すべて表示",

  selected: (runs) => `${number(runs)}件を選択中`,
  selectAll: "すべて選択",
  clearSelection: "選択を解除",
  addFavorite: "スターを付ける",
  removeFavorite: "スターを外す",
  download: "ダウンロード",
  downloading: (done, all) => `${number(all)}枚中${number(done)}枚を取得`,
  stop: "中止",
  downloaded: (images) => `${number(images)}枚の画像を保存しました。`,
  downloadFailed: (images) => `${number(images)}枚の画像を取得できませんでした：`,
  nothingToDownload: "選んだ生成には、もう画像がありません。",
  zipName: "画像",
  remove: "削除",
  removed: (runs) => `${number(runs)}件を削除しました。`,
  keptPending: (runs) => `${number(runs)}件はまだ実行中なので残ります。`,
  undo: "元に戻す",
  restored: (runs) => `${number(runs)}件を元に戻しました。`,

  select: (prompt) => `選択：${prompt}`,
  favoriteOne: (prompt) => `スター：${prompt}`,
  useAgain: "もう一度使う",
  generateAgain: "作り直す（再度課金されます）",
  forJob: (action, prompt) => `${action}：${prompt}`,
  untitled: "無題",
  images: (images) => `画像${number(images)}枚`,
  status: {
    idle: "",
    submitting: "送信中",
    queued: "待機中",
    processing: "描画中",
    completed: "",
    failed: "失敗",
    unknown: "結果不明",
    expired: "期限切れ（画像は残っていません）",
  },
};

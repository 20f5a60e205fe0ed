import { createGrammar } from "../createGrammar.ts";
import type { Labels } from "../labels.ts";

const { number } = createGrammar("ja");

export const history: Labels["history"] = {
  history: "履歴",
  search: "プロンプトと設定を検索",
  model: "モデル",
  allModels: "すべてのモデル",
  starredOnly: "スター付き",
  count: (found, total) =>
    found === total ? `${number(total)}件` : `${number(total)}件中${number(found)}件`,
  empty: "生成したものはここに保存されます。",
  nothingFound: "一致するものがありません。",
  showAll: "すべて表示",

  selected: (runs) => `${number(runs)}件を選択中`,
  selectAll: "すべて選択",
  clearSelection: "選択を解除",
  star: "スターを付ける",
  unstar: "スターを外す",
  download: "ダウンロード",
  downloading: (done, all) => `${number(all)}枚中${number(done)}枚を取得`,
  stop: "中止",
  downloaded: (pictures) => `${number(pictures)}枚の画像を保存しました。`,
  notDownloaded: (pictures) => `${number(pictures)}枚の画像を取得できませんでした：`,
  nothingToDownload: "選んだ生成には、もう画像がありません。",
  zipName: "画像",
  forget: "削除",
  forgotten: (runs) => `${number(runs)}件を削除しました。`,
  keptRunning: (runs) => `${number(runs)}件はまだ実行中なので残ります。`,
  undo: "元に戻す",
  undone: (runs) => `${number(runs)}件を元に戻しました。`,

  select: (prompt) => `選択：${prompt}`,
  starOne: (prompt) => `スター：${prompt}`,
  useAgain: "もう一度使う",
  makeAgain: "作り直す（再度課金されます）",
  ofRun: (action, prompt) => `${action}：${prompt}`,
  untitled: "無題",
  pictures: (pictures) => `画像${number(pictures)}枚`,
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

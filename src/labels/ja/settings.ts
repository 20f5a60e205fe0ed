import type { Labels } from "../en/en.ts";
import { digits } from "./grammar.ts";

export const settings: Labels["settings"] = {
  seedLocked: (seed) => `シード固定：${seed}`,
  unlockSeed: "ランダムなシードを使う",

  repeat: "同じシードですでに生成しています。同じ画像が生成され、もう一度課金されます。",
  repeatNewSeed: "新しいシードを使う",
  repeatAnyway: "このまま生成する",

  reuseWithSeed: "シードも含めて再利用",
  applied: "設定を適用しました。",
  started: (model) => `元の画像を設定しました。モデル：${model}`,
  startRemoved: (model) => `元の画像を削除しました。モデル：${model}`,
  undo: "元に戻す",
  undone: "元の設定に戻しました。",

  presets: "プリセット",
  batch: "一括生成",
  batchWaiting: (waiting) => `${digits(waiting)}件の生成が待機中`,
  loadFailed: "読み込めませんでした。もう一度お試しください。",
};

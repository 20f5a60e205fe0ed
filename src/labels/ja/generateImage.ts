import type { Labels } from "../en/en.ts";
import { digits } from "./grammar.ts";

export const generateImage: Labels["generateImage"] = {
  generate: "画像を生成",
  change: "変更",
  required: "画像を追加してください。",
  noAlt: "代替テキストなし",
  added: "画像を追加しました。",
  removed: "画像を削除しました。",
  pending: "画像を生成しています。",
  showProgress: "進行状況を表示",
  ready: "画像が完成しました。",
  showImages: "画像を選択",

  keepsRunning: "このダイアログを閉じても、画像の生成は続きます。",
  choices: "生成された画像",
  next: "次へ",
  readFailed: "画像を読み込めませんでした。接続を確認して、もう一度お試しください。",

  finish: "画像の仕上げ",
  outputSize: (width, height) => `${digits(width)} × ${digits(height)} px`,
  enlarged: (width, height) =>
    `この範囲は ${digits(width)} × ${digits(height)} px より小さいため、画像が拡大され、ぼやけることがあります。`,
  alt: "代替テキスト",
  altHelp: "画像を見られない人のために内容を説明します。装飾用の画像なら空欄のままにしてください。",
  back: "戻る",
  use: "この画像を使用",
  tooManyBytes: (size) => `圧縮しても画像が ${size} を超えています。別の画像を選んでください。`,
  storeFailed: "画像を保存できませんでした。もう一度お試しください。",
};

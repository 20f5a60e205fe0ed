import type { Labels } from "../en/en.ts";
import { digits, number } from "./grammar.ts";

export const form: Labels["form"] = {
  generate: "生成する",
  submitting: "送信中…",
  offline: "オフラインです。接続が戻ったら、もう一度生成してください。",
  modelUnavailable: (model) => `${model}は利用できません。別のモデルを選んでください。`,
  modelsLoading: "モデルを読み込んでいます。",
  rateLimited: (time) => `リクエストが多すぎます。${time}以降に、もう一度生成できます。`,
  tooManyJobs: (runs) =>
    runs === 1
      ? "同時に生成できるのは1件だけです。終わるまでお待ちください。"
      : `同時に生成できるのは${number(runs)}件までです。どれかが終わるまでお待ちください。`,
  fix: (fields) => `${number(fields)}個の項目を確認してください：`,
  advanced: "その他の設定",
  tryExample: "例を試す",
  groups: {
    sampling: "サンプリング",
    refiner: "リファイナー",
    output: "出力",
  },
  affectsPrice: "料金に影響します",
  about: (field) => `「${field}」の説明`,
  sliderOf: (field) => `${field}を調整`,

  range: (min, max) => `${digits(min)}～${digits(max)}`,
  atLeast: (min) => `${digits(min)}以上`,
  atMost: (max) => `${digits(max)}以下`,
  withUnit: (numbers, unit) => `${numbers}${unit}`,
  withStep: (range, step) =>
    range === undefined ? `${digits(step)}刻み` : `${range}、${digits(step)}刻み`,
  modelDefault: "既定値",
  choose: "選択…",
  uncheckedValue: (value) => `「${value}」は一覧にありません。そのまま送信します。`,
  showOptions: (field) => `選択肢を表示：${field}`,
  noMatchingOption: "一致する選択肢がありません。入力した内容をそのまま使います。",

  randomEachTime: "毎回ランダム",
  newSeed: "新しいランダムシード",
  seedLower: "シードを1減らす",
  seedHigher: "シードを1増やす",
  lastSeed: (seed) => `前回のシード：${seed}`,

  size: "サイズ",
  aspectRatios: "縦横比",
  pixels: "px",

  styleSearch: "スタイルを検索",
  styleCategories: "カテゴリー",
  styleAll: "すべて",
  styleCount: (styles) => `${number(styles)}件のスタイル`,
  noStyle: (query) => `「${query}」に一致するスタイルはありません。`,
  similarStyles: (query) => `「${query}」に一致するスタイルはありません。近いスタイル：`,
  customStyle: (value) => `「${value}」をカスタムスタイルとして使う`,
  styleIllustrations: "これらはイラストです。生成される画像とは異なります。",

  favorites: "お気に入り",
  recent: "最近",
  favorite: "お気に入り",
  toggleFavorite: (name) => `お気に入り：${name}`,

  image: {
    address: (field) => `${field}：URL`,
    drop: "画像をドロップまたは貼り付け",
    browse: "ファイルを選択",
    pasteUrl: "またはURLを貼り付け",
    replace: "置き換える",
  },
};

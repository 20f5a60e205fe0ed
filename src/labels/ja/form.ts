import type { Labels } from "../en/en.ts";
import { digits, number } from "./grammar.ts";

export const form: Labels["form"] = {
  generate: "生成する",
  submitting: "送信中…",
  offline: "オフラインです。接続が戻ったら、もう一度生成してください。",
  modelUnavailable: (model) => `${model}はここでは使えません。別のモデルを選んでください。`,
  modelsLoading: "モデルを読み込んでいます。読み込みが終わると生成できます。",
  rateLimited: (time) => `短い間に回数が多すぎました。${time}から、また生成できます。`,
  tooManyJobs: (runs) =>
    runs === 1
      ? "生成を実行中です。同時に実行できるのは1件だけです。終わってから、もう一度生成してください。"
      : `${number(runs)}件の生成を実行中です。同時にこれ以上は実行できません。どれかが終わってから、もう一度生成してください。`,
  fix: (fields) => `${number(fields)}個の項目を確認してください：`,
  advanced: "詳細設定",
  groups: {
    sampling: "サンプリング",
    refiner: "リファイナー",
    output: "出力",
  },
  affectsPrice: "料金が変わります",

  range: (min, max) => `${digits(min)}～${digits(max)}`,
  atLeast: (min) => `${digits(min)}以上`,
  atMost: (max) => `${digits(max)}以下`,
  withUnit: (numbers, unit) => `${numbers}${unit}`,
  withStep: (range, step) =>
    range === undefined ? `${digits(step)}刻み` : `${range}、${digits(step)}刻み`,
  modelDefault: "モデルの既定値",
  choose: "選択…",
  uncheckedValue: (value) => `「${value}」は一覧にありません。確認せずにそのまま送信します。`,
  showOptions: (field) => `一覧を表示：${field}`,
  noMatchingOption: "一覧に合うものがありません。入力した内容を使います。",

  randomEachTime: "毎回ランダム",
  newSeed: "新しいランダムなシード",
  seedLower: "1つ小さく",
  seedHigher: "1つ大きく",
  lastSeed: (seed) => `前回のシード：${seed}`,

  size: "サイズ",
  fixedSize: (width, height) =>
    `${digits(width)} × ${digits(height)} px（このモデルのサイズはこれだけです）`,
  aspectRatios: "縦横比",
  pixels: "px",

  styleSearch: "スタイルを検索",
  styleCategories: "カテゴリー",
  styleAll: "すべて",
  styleCount: (styles) => `${number(styles)}件のスタイル`,
  noStyle: (query) => `「${query}」というスタイルはありません。`,
  similarStyles: (query) => `「${query}」というスタイルはありません。近いもの：`,
  customStyle: (value) => `「${value}」を確認せずに使う`,

  favorites: "お気に入り",
  recent: "最近",
  favorite: "お気に入り",
  toggleFavorite: (name) => `お気に入り：${name}`,
};

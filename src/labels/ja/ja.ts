import type { Labels } from "../en/en.ts";
import { form } from "./form.ts";
import { generateImage } from "./generateImage.ts";
import { digits, list, number } from "./grammar.ts";
import { history } from "./history.ts";
import { image } from "./image.ts";
import { imageActions } from "./imageActions.ts";
import { models } from "./models.ts";
import { presets } from "./presets.ts";
import { queue } from "./queue.ts";
import { result } from "./result.ts";
import { settings } from "./settings.ts";

export const ja: Labels = {
  credits: {
    left: (amount) => `残り${amount}クレジット`,
    low: (amount) => `残りわずか：${amount}クレジット`,
    becameLow: (amount) => `クレジットが残り少なくなっています。残りは${amount}です。`,
    estimate: (amount) => `1回の生成につき約${amount}クレジット`,
    estimateAtStart: (amount) =>
      `初期設定では、1回の生成につき約${amount}クレジットです。現在の設定では変わることがあります。`,
    tooLow: (left, needed) =>
      `クレジットが足りません。約${needed}クレジット必要ですが、残りは${left}です。`,
  },
  form,
  generateImage,
  history,
  image,
  imageActions,
  models,
  prompt: {
    placeholders: {
      "text-to-image": "作りたい画像を説明してください…",
      "image-to-image": "変更したい内容を説明してください…",
    },
    negativePlaceholder: "避けたいもの…",
    clear: "プロンプトを消去",

    count: (words, characters) => `${number(words)}語、${number(characters)}文字`,
    tokens: (about, limit) => `約${digits(about)}／${digits(limit)}トークン`,
    tooManyTokens: (about, limit) =>
      `約${digits(about)}／${digits(limit)}トークン。プロンプトの末尾は無視されることがあります。`,
    weightKeys: "Ctrlまたは⌘と↑／↓で、カーソル位置の単語の重みを変えられます。",
    weightChanged: (phrase, weight) => `「${phrase}」の重みを${number(weight)}にしました。`,
    noWordAtCursor: "先にカーソルを単語に合わせてください。",

    recent: "最近",
    recentOf: (field) => `最近のテキスト：${field}`,
    recentUsed: "最近のテキストを挿入しました。",

    empty: "空",

    recipeQuestion: "この設定を適用しますか？",
    recipeFields: (fields) => `${list(fields)}を設定します。`,
    recipeRest: "ほかの設定はすべてモデルの既定値に戻ります。",
    recipeUnused: (items) => `このモデルで使えない設定：${list(items)}。`,
    recipeMore: (items) => `ほか${digits(items)}件`,
    recipeFill: "適用",
    recipePaste: "テキストとして貼り付け",
    recipeFilled: (fields) => `${number(fields)}件の設定を適用しました。`,
    recipeUndo: "元に戻す",
    recipeUndone: "変更を元に戻しました。",
    recipeDismiss: "閉じる",
    recipeNone: "このファイルに設定は見つかりませんでした。",
  },
  result,
  shortcuts: {
    generate: "フォームのどこからでも生成する",
    moreWeight: "プロンプト：単語の重みを上げる",
    lessWeight: "プロンプト：単語の重みを下げる",
    shortcuts: "ショートカットを表示",
    compare: "これまでの生成：表示中の画像と比較",
    nextImage: "拡大した画像：次の画像へ進む、または表示位置を動かす",
    zoom: "拡大した画像：拡大、縮小、全体表示",
    selectAll: "履歴：すべて選択",
    deleteJobs: "履歴：選択した項目を削除",
    undo: "履歴：削除を元に戻す",
    close: "閉じる",
  },
  studio: {
    settings: "設定",
    result: "結果",
    resetSettings: "設定をリセット",
    settingsReset: "設定を既定値に戻しました。",
    leftOut: (fields, model) => `${list(fields)}は${model}では使えないため、除外しました。`,
    setToDefault: (fields, model) => `${list(fields)}を${model}の既定値に戻しました。`,
    history: "履歴",
    historyLoadFailed:
      "履歴を読み込めませんでした。画像は失われていません。もう一度お試しください。",
    shortcuts: "ショートカット",
    hide: "隠す",
    hideHelp: "隠す（生成は続きます）",
    keys: { Ctrl: "Ctrl", Shift: "Shift", Enter: "Enter", Delete: "Delete", Esc: "Esc" },
  },
  tray: {
    tray: "生成した画像",
    finished: (ready) => `${number(ready)}件の生成が完了しました。`,
    pending: "生成中…",
    offline: "オフラインです。接続が戻ると、表示の更新を再開します。",
    signedOut: "サインインすると、進行状況を確認できます。",
    ready: "離れている間に完成しました",
    failed: (charged) => `失敗しました。${charged}。`,
    stopped: (charged) => `停止しました。${charged}。`,
    unknown: "未確認です。すでに生成中で、料金が発生している可能性があります。",
    expired: "期限切れです。画像はもう利用できません。",
    untitled: "無題",
    stopWatching: "確認を停止",
    show: "表示",
    remove: "削除",
    forJob: (action, prompt) => `${action}：${prompt}`,
    chooseAgain: "サイズが大きすぎて保存できませんでした。もう一度選んでください。",
  },
  settings,
  presets,
  queue,
};

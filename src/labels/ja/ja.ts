import type { Labels } from "../en/en.ts";
import { form } from "./form.ts";
import { digits, list, number } from "./grammar.ts";
import { history } from "./history.ts";
import { image } from "./image.ts";
import { models } from "./models.ts";
import { result } from "./result.ts";

export const ja: Labels = {
  credits: {
    left: (amount) => `残り${amount}クレジット`,
    low: (amount) => `残りわずか：${amount}クレジット`,
    becameLow: (amount) => `クレジットが残り少なくなりました。残りは${amount}です。`,
    estimate: (amount) => `1回の生成につき約${amount}クレジット`,
    estimateAtStart: (amount) =>
      `最初の設定では、1回の生成につき約${amount}クレジットです。今の設定では増減することがあります。`,
    tooLow: (left, needed) =>
      `1回の生成には約${needed}クレジットかかりますが、残りは${left}です。このままでは何も作られません。`,
  },
  form,
  history,
  image,
  models,
  prompt: {
    count: (words, characters) => `${number(words)}語、${number(characters)}文字`,
    tokens: (about, limit) => `約${digits(about)}／${digits(limit)}トークン`,
    tooManyTokens: (about, limit) =>
      `約${digits(about)}トークン：モデルが一度に読むのは${digits(limit)}までです。最後のほうは反映されにくくなります`,
    weightKeys: "Ctrlまたは⌘と↑↓で、カーソル位置の単語を強めたり弱めたりできます。",
    weightChanged: (phrase, weight) => `「${phrase}」の重みは${number(weight)}になりました。`,
    noWordAtCursor: "カーソル位置に、重みを付けられる単語がありません。",

    recent: "最近",
    recentOf: (field) => `最近のテキスト：${field}`,
    recentUsed: "最近のテキストを入れました。",

    empty: "空",

    recipeQuestion: "このレシピをフォームに入れますか？",
    recipeFields: (fields) => `設定される項目：${list(fields)}。`,
    recipeRest: "ほかの設定はすべてモデルの初期値に戻ります。",
    recipeUnused: (items) => `このモデルで使えないもの：${list(items)}。`,
    recipeMore: (items) => `ほか${digits(items)}件`,
    recipeFill: "フォームに入れる",
    recipePaste: "テキストとして貼り付け",
    recipeFilled: (fields) => `レシピから${number(fields)}個の項目を入れました。`,
    recipeUndo: "元に戻す",
    recipeUndone: "フォームをレシピの前の状態に戻しました。",
    recipeDismiss: "閉じる",
    recipeNone: "このファイルにレシピはありません。",
  },
  result,
  studio: {
    history: "履歴",
    historyLoadFailed:
      "今は履歴を読み込めません。これまでの生成は残っています。もう一度試してください。",
    shortcuts: "ショートカット",
    shortcutActions: {
      generate: "生成する（フォームのどこからでも）",
      moreWeight: "プロンプト：カーソル位置の単語を強める",
      lessWeight: "プロンプト：カーソル位置の単語を弱める",
      shortcuts: "この一覧",
      nextImage: "拡大した画像：次へ移動、または表示位置を動かす",
      zoom: "拡大した画像：拡大、縮小、全体表示",
      selectAll: "履歴：すべて選択",
      deleteJobs: "履歴：選択したものを削除",
      undo: "履歴：削除を元に戻す",
      close: "開いているものを閉じる",
    },
    keys: { Ctrl: "Ctrl", Enter: "Enter", Delete: "Delete", Esc: "Esc" },
  },
  tray: {
    tray: "あなたの画像",
    finished: (ready) => `${number(ready)}枚の画像ができました。`,
    pending: "作成中",
    offline: "オフラインです。自動で続きます。",
    signedOut: "もう一度サインインすると、進み具合が分かります。",
    ready: "離れている間にできました",
    failed: (charged) => `失敗しました。${charged}。`,
    unknown: "受け付けられたかどうか確認できません。実行中で、課金されている可能性があります。",
    expired: "期限切れです。画像は残っていません。",
    untitled: "無題",
    stopWatching: "確認をやめる",
    show: "表示",
    check: "もう一度確認",
    sendAgain: "もう一度送信（二重課金の可能性があります）",
    generateAgain: "作り直す（再度課金されます）",
    tryAgain: "もう一度試す",
    remove: "忘れる",
    forJob: (action, prompt) => `${action}：${prompt}`,
    chooseAgain: "大きすぎて保存できませんでした。もう一度選んでください。",
  },
};

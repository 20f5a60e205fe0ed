import type { GenerateStatus } from "../../protocol/jobState.ts";
import type { Labels } from "../en/en.ts";
import { errors, remedies } from "./errors.ts";
import { number } from "./grammar.ts";
import { position } from "./imageActions.ts";

const statusText: Readonly<Record<GenerateStatus | "blocked", string>> = {
  idle: "未開始",
  submitting: "送信中",
  queued: "順番待ち",
  processing: "生成中",
  completed: "完了",
  failed: "失敗",
  canceled: "停止済み",
  unknown: "未確認",
  expired: "期限切れ",
  blocked: "ブロック",
};

export const result: Labels["result"] = {
  locale: "ja",

  errors,
  remedies,
  charged: {
    no: "料金は発生していません",
    yes: "料金が発生しました",
    unknown: "料金が発生した可能性があります",
  },
  retryAdvice: {
    safe: "もう一度試しても問題ありません。",
    after: "少し待てば、もう一度試しても問題ありません。",
    unsafe: "もう一度試すと、料金が二重に発生することがあります。",
    paid: "画像を得るには、もう一度生成してください。料金が再度発生します。",
    never: "設定を変えずにもう一度試しても、うまくいきません。",
  },
  retry: {
    no: "もう一度試す",
    yes: "もう一度生成（料金が再度発生します）",
    unknown: "もう一度送信（料金が二重に発生することがあります）",
  },
  stop: "生成を停止",
  stopping: "停止中…",
  stoppedLate: "すでに生成が始まっていました。",
  checkStatus: "もう一度確認",
  checking: "確認中…",
  checked: (time) => `${time}に確認しました。まだ受付を確認できていません。`,
  checkFailed: (reason) => `確認できませんでした。${reason}`,
  retryAt: (time) => `${time}以降に、もう一度試せます。`,
  fields: "修正が必要な項目",
  requestId: "リクエストID",
  copyRequestId: "リクエストIDをコピー",
  aiGenerated: "AI生成",

  progress: {
    idle: "",
    submitting: "送信中…",
    queued: "順番待ち…",
    processing: "生成中…",
    completed: "生成が完了しました。",
    failed: "",
    canceled: "",
    unknown: "",
    expired: "",
  },
  overdue: "通常より時間がかかっています。処理を続けています…",
  connectionLost: "接続が切れました。再接続しています…",
  pollFailed: (what) => `${what}自動で確認を続けています。`,
  notFoundYet: "サービスがこの生成をまだ見つけられません。自動で確認を続けています。",
  signedOut: "サインアウトしています。続けるにはサインインしてください。",
  offline: "オフラインです。画像の生成は続いています。接続が戻ると、表示を更新します。",
  estimate: "進行状況の目安",
  usualDuration: (range) => `通常は${range}`,

  result: "結果",
  empty: {
    idle: "作りたい画像を言葉で説明してください。",
    submitting: "",
    queued: "",
    processing: "",
    completed: "生成は終わりましたが、画像はありませんでした。",
    failed: "画像は生成されませんでした。設定はそのままです。",
    canceled: "画像は生成されませんでした。設定はそのままです。",
    unknown: "画像はまだ生成中の可能性があります。設定はそのままです。",
    expired: "この結果は期限切れです。設定は保存されています。",
  },
  alt: (prompt, index, count) =>
    [prompt || "生成された画像", ...(count > 1 ? [position(index, count)] : [])].join("、"),
  blocked: "コンテンツフィルターにより結果がブロックされました。設定はそのままです。",
  missingOffline: "オフラインです。接続が戻ると、この画像を読み込みます。",
  loadingImage: "画像を読み込み中…",
  missing: "この画像を読み込めません。有効期限が切れた可能性があります。",
  notAnImage: "この結果は画像ではなくファイルです。",
  openFile: "ファイルを開く",
  loadAgain: "再読み込み",
  fewerImages: (got, requested) => `届いた画像は${number(requested)}枚中${number(got)}枚だけです。`,

  forImage: (action, index, count) => (count > 1 ? `${action}、${position(index, count)}` : action),
  download: "ダウンロード",
  downloaded: "ダウンロードを開始しました。",
  openedInTab: "画像を新しいタブで開きました。そこから保存してください。",
  downloadAll: (count) => `${number(count)}枚すべてダウンロード`,
  downloadedSome: (got, count) =>
    got === 0
      ? "画像をダウンロードできませんでした。"
      : `${number(count)}枚中${number(got)}枚の画像をダウンロードしました。残りは読み込めませんでした。`,
  copy: "コピー",
  copied: "コピーしました。",
  cantCopy: "この画像はコピーできません。代わりにダウンロードしてください。",
  copyLink: "リンクをコピー",
  linkCopied: "リンクをコピーしました。開くと、この設定でフォームが表示されます。",
  cantCopyLink: "リンクをコピーできませんでした。",
  reuse: "設定を再利用",
  reused: "設定とシードを適用しました。",
  useThis: "適用",
  used: (field) => `${field}を適用しました。`,
  forField: (action, field) => `${action}：${field}`,

  done: { download: "保存しました", copy: "コピー済み", reuse: "適用済み" },

  enlarge: "拡大",
  close: "閉じる",

  removed: (runs) => `${number(runs)}件を削除しました。`,
  chooseToCompare: "比較する生成を選んでください。",
  cancel: "キャンセル",

  seedOf: (seed) => `シード ${seed}`,

  details: "詳細",
  model: "モデル",
  seedUsed: "使ったシード",
  generationTime: "生成時間",
  queueTime: "待ち時間",
  totalTime: "合計時間",
  cost: "料金",
  credits: (amount) => `${amount}クレジット`,
  yes: "はい",
  no: "いいえ",

  modelSwitch: "モデル",
  jobs: "これまでの生成",
  job: (which, prompt, status) => `生成${number(which)}、${statusText[status]}：${prompt}`,
};

import type { GenerateStatus } from "../../protocol/jobState.ts";
import type { Labels } from "../en/en.ts";
import { errors, remedies } from "./errors.ts";
import { number } from "./grammar.ts";

const statusText: Readonly<Record<GenerateStatus, string>> = {
  idle: "未開始",
  submitting: "送信中",
  queued: "待機中",
  processing: "描画中",
  completed: "完了",
  failed: "失敗",
  unknown: "結果不明",
  expired: "期限切れ",
};

const position = (index: number, count: number): string =>
  `画像${number(count)}枚中${number(index + 1)}枚目`;

export const result: Labels["result"] = {
  locale: "ja",

  errors,
  remedies,
  charged: {
    no: "課金されていません",
    yes: "課金されました",
    unknown: "課金された可能性があります",
  },
  retryAdvice: {
    safe: "もう一度試しても大丈夫です。",
    after: "少し待てば、もう一度試しても大丈夫です。",
    unsafe: "もう一度試すと、二重に課金されることがあります。",
    paid: "画像を得るには、もう一度生成してください。再度課金されます。",
    never: "同じ内容でもう一度試しても、うまくいきません。",
  },
  retry: {
    no: "もう一度試す",
    yes: "もう一度送信（再度課金されます）",
    unknown: "もう一度送信（二重課金の可能性があります）",
  },
  checkStatus: "もう一度確認",
  retryIn: (time) => `${time}後にもう一度試せます。`,
  fields: "直すところ",
  requestId: "リクエストID",

  progress: {
    idle: "",
    submitting: "送信中",
    queued: "順番待ち",
    processing: "描画中",
    completed: "できました。結果を表示しています。",
    failed: "",
    unknown: "",
    expired: "",
  },
  overdue: "いつもより時間がかかっています。失われてはいません。",
  connectionLost: "接続が切れました。自動で確認を続けます",
  pollFailed: (what) => `${what}自動で確認を続けます。`,
  notFoundYet: "今はサービスがこのジョブを見つけられません。自動で確認を続けます。",
  signedOut: "サインアウトしています。サインインすると続きます",
  offline: "オフラインです。生成は続いています。接続が戻ったら確認します",
  estimate: "進み具合の目安",
  usualDuration: (range) => `通常は${range}`,

  result: "結果",
  empty: {
    idle: "画像を言葉で説明すると、ここに表示されます。",
    submitting: "",
    queued: "",
    processing: "",
    completed: "生成は終わりましたが、画像がありませんでした。",
    failed: "画像は作られませんでした。設定はそのまま残っています。",
    unknown:
      "画像ができている可能性がありますが、ここからは確認できません。設定はそのまま残っています。",
    expired: "この生成は期限が切れ、画像は残っていません。設定は残っています。",
  },
  alt: (prompt, index, count) =>
    [prompt || "生成された画像", ...(count > 1 ? [position(index, count)] : [])].join("、"),
  blocked: "サービスのコンテンツフィルターが画像を差し止めました。設定はそのまま残っています。",
  missingOffline: "オフラインです。接続が戻ると、この画像をもう一度読み込みます。",
  missing: "この画像はもうありません。サービスがファイルを保持するのは7日間です。",
  notAnImage: "この結果は画像ではなくファイルです。",
  openFile: "ファイルを開く",
  loadAgain: "もう一度読み込む",
  fewerImages: (got, requested) =>
    `${number(requested)}枚のうち${number(got)}枚の画像が届きました。`,

  forImage: (action, index, count) => (count > 1 ? `${action}、${position(index, count)}` : action),
  download: "ダウンロード",
  downloaded: "ダウンロードフォルダーに保存しました。",
  openedInTab:
    "ここでは画像を読み込めなかったため、新しいタブで開きました。そこから保存してください。",
  downloadAll: (count) => `${number(count)}枚すべてダウンロード`,
  downloadedSome: (got, count) =>
    got === 0
      ? "ここではどの画像も読み込めませんでした。"
      : `${number(count)}枚のうち${number(got)}枚の画像を保存しました。残りは読み込めませんでした。`,
  copy: "コピー",
  copied: "コピーしました。",
  cantCopy: "ここではこの画像をコピーできません。代わりにダウンロードしてください。",
  copyLink: "リンクをコピー",
  linkCopied: "リンクをコピーしました。開くと、この設定がフォームに入ります。",
  cantCopyLink: "ここではリンクをコピーできません。",
  reuse: "この設定を使う",
  reused: "設定とシードをフォームに入れました。",
  useThis: "これを使う",
  used: (field) => `${field}をフォームに入れました。`,
  forField: (action, field) => `${action}：${field}`,

  enlarge: "拡大",
  enlarged: "拡大した画像",
  close: "閉じる",
  previous: "前の画像",
  next: "次の画像",
  position,
  zoomControls: "ズーム",
  zoomIn: "ズームイン",
  zoomOut: "ズームアウト",
  zoomFit: (percent) => `${percent}、画像全体を表示`,
  zoomedTo: (percent) => `${percent}で表示`,

  before: "変更前",
  after: "変更後",
  compare: "比較",
  compareSlider: "2つの画像の境目",
  compareShare: (percent, before, after) => `${percent}が${before}、残りが${after}`,
  sideBySide: "横に並べる",
  inputAlt: "元になった画像",

  details: "詳細",
  model: "モデル",
  seedUsed: "使ったシード",
  generationTime: "描画時間",
  queueTime: "待ち時間",
  totalTime: "合計",
  cost: "費用",
  credits: (amount) => `${amount}クレジット`,
  yes: "はい",
  no: "いいえ",

  modelSwitch: "モデル",
  jobs: "これまでの生成",
  job: (which, prompt, status) => `生成${number(which)}、${statusText[status]}：${prompt}`,
};

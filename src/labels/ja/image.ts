import type { Labels } from "../en/en.ts";
import { digits } from "./grammar.ts";

export const image: Labels["image"] = {
  address: (field) => `${field}：アドレス`,
  drop: "ここに画像をドロップするか貼り付けてください。アドレスの入力やファイルの選択もできます。",
  dropHere: "ここに画像をドロップ",
  browse: "ファイルを選択",
  camera: "写真を撮る",
  replace: "置き換える",
  remove: "取り除く",
  show: "プレビューを表示",
  alt: (field) => `${field}：プレビュー`,
  previewUnavailable:
    "このアドレスはここでは表示できません。サービス側では読み込めるかもしれません。",
  fetchedByService: "生成するときに、サービスがこのアドレスから画像を取得します。",

  unnamed: "貼り付けた画像",
  imageInfo: (width, height, size) => `${digits(width)} × ${digits(height)}、${size}`,
  resized: (before, after) => `${before} → ${after}`,

  steps: {
    checking: "画像を確認しています…",
    shrinking: "モデルに合わせています…",
    uploading: "アップロードしています…",
  },
  uploaded: (percent) => `アップロード中、${percent}`,
  stillPreparing: "画像はまだ準備中です。",
  cancel: "キャンセル",
  tryAgain: "やり直す",
  dismiss: "閉じる",
  failures: {
    "not-an-image": (name) =>
      `「${name}」は使える画像ではありません。PNG、JPEG、WebP、AVIF、GIFのファイルを選んでください。`,
    heic: (name) =>
      `「${name}」はHEIC形式の写真で、このブラウザーでは読み込めません。先にJPEGで保存するか、カメラを「互換性優先」に設定してください。`,
    "too-many-pixels": (name) =>
      `「${name}」は画素数が多すぎて、ここのメモリーに収まりません。写真アプリで小さくしてから、選び直してください。`,
    unreadable: (name) =>
      `「${name}」を読み込めませんでした。壊れているか、この端末には大きすぎます。別のファイルか、小さくしたコピーを選んでください。`,
    empty: (name) => `「${name}」は空です。選び直すか、別のファイルを選んでください。`,
    "not-an-address": () =>
      "画像のアドレスではありません。アドレスは https:// か http:// で始まります。",
    upload: (name) => `「${name}」をアップロードできませんでした。`,
  },

  crop: "切り抜き",
  cropFrame: "画像の範囲",
  cropHint: "移動はドラッグか矢印キー、拡大・縮小はピンチ操作か + と − で行います。",
  cropShape: "縦横比",
  cropFull: "全体",
  cropRatio: (width, height) => `${digits(width)}:${digits(height)}`,
  cropZoom: "ズーム",
  cropPosition: (fromLeft, fromTop) => `左から${fromLeft}、上から${fromTop}`,
  cropApply: "この範囲を使う",
};

import type { Labels } from "../en/en.ts";
import { digits } from "./grammar.ts";

export const image: Labels["image"] = {
  dropHere: "ここに画像をドロップ",
  camera: "写真を撮る",
  remove: "削除",
  show: "プレビューを表示",
  alt: (field) => `${field}：プレビュー`,
  previewUnavailable:
    "この画像はここではプレビューできません。サービスでは使える可能性があります。",
  fetchedByService: "生成時に、サービスがこの画像をダウンロードします。",

  unnamed: "貼り付けた画像",
  imageInfo: (width, height, size) => `${digits(width)} × ${digits(height)}、${size}`,
  resized: (before, after) => `${before} → ${after}`,

  steps: {
    checking: "画像を確認しています…",
    shrinking: "サイズを変更しています…",
    uploading: "アップロードしています…",
  },
  uploaded: (percent) => `アップロード中、${percent}`,
  stillPreparing: "画像を準備しています。",
  cancel: "キャンセル",
  tryAgain: "もう一度試す",
  dismiss: "閉じる",
  failures: {
    "not-an-image": (name) =>
      `「${name}」は対応していないファイル形式です。PNG、JPEG、WebP、AVIF、GIFのファイルを選んでください。`,
    heic: (name) =>
      `「${name}」はHEIC形式の写真で、このブラウザーでは読み込めません。JPEGで保存し直すか、カメラの設定を「互換性優先」にしてください。`,
    "too-many-pixels": (name) =>
      `「${name}」はこの端末で扱うには大きすぎます。サイズを小さくして、もう一度お試しください。`,
    unreadable: (name) =>
      `「${name}」を読み込めませんでした。壊れているか、この端末には大きすぎる可能性があります。別のファイルか、小さくしたコピーを選んでください。`,
    empty: (name) => `「${name}」は空のファイルです。別のファイルを選んでください。`,
    "not-an-address": () =>
      "画像のURLではありません。https:// または http:// で始まるURLを入力してください。",
    upload: (name) => `「${name}」をアップロードできませんでした。`,
  },

  crop: "切り抜き",
  cropFrame: "切り抜き範囲",
  cropHint: "ドラッグまたは矢印キーで移動します。ピンチ操作または + と − で拡大・縮小します。",
  cropMove: { left: "左へ移動", right: "右へ移動", up: "上へ移動", down: "下へ移動" },
  cropShape: "縦横比",
  cropFull: "オリジナル",
  cropRatio: (width, height) => `${digits(width)}:${digits(height)}`,
  cropZoom: "ズーム",
  cropPosition: (fromLeft, fromTop) => `左から${fromLeft}、上から${fromTop}`,
  cropApply: "切り抜きを適用",
};

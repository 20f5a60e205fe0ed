import type { Labels } from "../en/en.ts";
import { list, number } from "./grammar.ts";

export const position = (index: number, count: number): string =>
  `画像${number(count)}枚中${number(index + 1)}枚目`;

export const imageActions: Labels["imageActions"] = {
  vary: "バリエーション",
  newSeed: "新しいシード",
  startFrom: "元の画像として使う",
  upscale: "アップスケール",
  generateAgain: "もう一度生成",
  useImage: "画像を使う",
  moreActions: "その他の操作",
  generateWith: "別のモデルで生成",
  withoutSettings: (fields) => `${list(fields)}なし`,
  compareWith: "比較する画像",
  anotherGeneration: "ほかの生成…",
  swap: "左右を入れ替え",
  before: "変更前",
  after: "変更後",
  compare: "比較",
  compareSlider: "比較スライダー",
  compareShare: (percent, before) => `${before}：${percent}`,
  sideBySide: "並べて表示",
  inputAlt: "元の画像",
  enlarged: "拡大した画像",
  previous: "前の画像",
  next: "次の画像",
  position,
  zoomControls: "ズーム",
  zoomIn: "ズームイン",
  zoomOut: "ズームアウト",
  fit: "全体",
  fitToScreen: "画面に合わせる",
  zoomFit: (percent) => `${percent}、画面に合わせる`,
  zoomedTo: (percent) => `${percent}で表示`,
};

import type { Labels } from "../en/en.ts";
import { digits, number } from "./grammar.ts";

const texts: Labels["models"]["texts"] = {
  "Detailed 1024 px images with an optional refiner.":
    "1024 pxの精細な画像を生成します。リファイナーも使えます。",
  "Research release of SDXL. Supports custom image sizes.":
    "SDXLの研究版。サイズを自由に指定できます。",
  "Small, fast, and inexpensive. Best at sizes from 512 to 768 px.":
    "軽量、高速で低コスト。512～768 pxのサイズに最適です。",
  "Transforms an image using your prompt.": "プロンプトに沿って画像を作り替えます。",
  "With “Refiner start” at 1, no steps are left for the refiner. Lower “Refiner start”, or turn off the refiner.":
    "リファイナーの開始位置が1だと、リファイナーに使うステップが残りません。値を下げるか、リファイナーをオフにしてください。",

  Prompt: "プロンプト",
  "Describe the image. (word:1.3) gives a word more weight; [word] gives it less.":
    "画像を言葉で説明します。(単語:1.3) で単語の重みを上げ、[単語] で下げます。",
  "Write a prompt.": "プロンプトを入力してください。",
  "Negative prompt": "ネガティブプロンプト",
  Style: "スタイル",
  "Choose a style.": "スタイルを選んでください。",
  "Stability presets": "Stabilityのプリセット",
  Advertising: "広告",
  "Art styles": "アートスタイル",
  Futuristic: "未来的",
  Games: "ゲーム",
  "Moods and themes": "雰囲気とテーマ",
  Papercraft: "ペーパークラフト",
  Photography: "写真",
  Images: "枚数",
  "Start image": "元の画像",
  "The image to start from. The result has the same size.":
    "元にする画像。結果も同じサイズになります。",
  "Choose an image file or enter an http(s) URL.":
    "画像ファイルを選ぶか、http(s)のURLを入力してください。",
  Width: "幅",
  Height: "高さ",
  "In pixels. Use multiples of 8.": "ピクセル単位。8の倍数を指定してください。",
  "In pixels. 512 × 512 is faster; 768 × 768 has more detail.":
    "ピクセル単位。512 × 512は高速、768 × 768はより精細です。",

  Sampler: "サンプラー",
  "Sampling method. Affects speed and detail.": "サンプリングの方式。速度と精細さに影響します。",
  "Choose a sampler.": "サンプラーを選んでください。",
  "Consistent; a good default": "安定した結果。最初の選択に",
  "Sharp in few steps": "少ないステップで鮮明",
  "Sharp, slightly slower": "鮮明、やや遅め",
  "Varied; keeps changing with more steps": "変化に富む。ステップを増やすと変わり続ける",
  "Fast and soft": "速く、柔らか",
  "Accurate, takes twice as long": "正確、時間は2倍",
  "Varied, rich in detail": "変化に富み、細部が豊か",
  "Accurate, rich in detail": "正確で、細部が豊か",
  "Fast, older": "速い、やや古い方式",
  "Needs many steps": "多くのステップが必要",
  "Good results in few steps": "少ないステップでも良好",
  "Varied and rich in detail, takes twice as long": "変化に富み細部が豊か、時間は2倍",
  "Sharp in 20 to 30 steps; a good default": "20～30ステップで鮮明。最初の選択に",
  "Rich in detail, takes twice as long": "細部が豊か、時間は2倍",
  "Rich in detail; keeps changing with more steps": "細部が豊か。ステップを増やすと変わり続ける",
  "Fine detail, takes twice as long": "細部まで精細、時間は2倍",
  "Fine detail; needs 30 steps or more": "細部まで精細。30ステップ以上が必要",
  "Varied, takes twice as long": "変化に富む、時間は2倍",
  "Rough; for drafts": "粗め。下書き向け",
  "Chooses the number of steps": "ステップ数を自動で決める",
  "Fine detail; repeats some steps": "細部まで精細。一部のステップを繰り返す",
  Steps: "ステップ数",
  "More steps add detail and take longer. Above 50, the difference is hard to see.":
    "多いほど精細になり、時間もかかります。50を超えると差はほとんど分かりません。",
  steps: "ステップ",
  "Guidance scale": "ガイダンススケール",
  "Higher values follow the prompt more closely, with less variety.":
    "大きいほどプロンプトに忠実になり、変化は少なくなります。",
  Strength: "強度",
  "How much the starting image changes: 0 keeps it, 1 replaces it.":
    "元の画像を変える度合い。0ならそのまま、1ならすべて置き換わります。",
  Seed: "シード",
  "The same seed and settings give the same image.": "シードと設定が同じなら、同じ画像になります。",
  "Base model": "ベースモデル",
  "The checkpoint that generates the image. It determines the overall look.":
    "画像の生成に使うチェックポイント。それぞれ画風が異なります。",

  Refiner: "リファイナー",
  "Improves details with a second model.": "2つ目のモデルで細部を仕上げます。",
  "Refiner start": "リファイナーの開始位置",
  "The share of steps before the refiner takes over.":
    "リファイナーに引き継ぐまでのステップの割合です。",
  Base64: "Base64",
  "Returns the image in the response instead of its URL.":
    "URLの代わりに、画像を応答に含めて返します。",
};

export const models: Labels["models"] = {
  texts,
  inputErrors: {
    required: "この項目は必須です。",
    prompt: "プロンプトを入力してください。",
    unknownField: (model) => `${model}にこの項目はありません。`,
    types: {
      int: "整数で指定してください。",
      number: "数値で指定してください。",
      string: "テキストで指定してください。",
      boolean: "trueかfalseで指定してください。",
      object: "オブジェクトで指定してください。",
      array: "リストで指定してください。",
    },
    atLeast: (min) => `${digits(min)}以上にしてください。`,
    moreThan: (limit) => `${digits(limit)}より大きくしてください。`,
    atMost: (max) => `${digits(max)}以下にしてください。`,
    lessThan: (limit) => `${digits(limit)}より小さくしてください。`,
    multipleOf: (divisor) => `${digits(divisor)}の倍数にしてください。`,
    minCharacters: (min) => `${number(min)}文字以上にしてください。`,
    maxCharacters: (max) => `${number(max)}文字以下にしてください。`,
    minEntries: (min) => `${number(min)}個以上にしてください。`,
    maxEntries: (max) => `${number(max)}個以下にしてください。`,
    oneOf: (values) =>
      values.length === 1
        ? `${values.join()}にしてください。`
        : `次のどれかにしてください：${values.join("、")}`,
    notInList: "一覧から選んでください。",
    url: "https:// で始まる完全なURLにしてください。",
    invalid: "形式が正しくありません。",
    noMatch: "値が正しくありません。",
  },
};

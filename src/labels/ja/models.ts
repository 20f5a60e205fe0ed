import type { Labels } from "../en/en.ts";
import { digits, number } from "./grammar.ts";

const texts: Labels["models"]["texts"] = {
  "Large, sharp pictures with a second model that refines the first one's work.":
    "大きく鮮明な画像。1つ目のモデルの仕上がりを、2つ目のモデルが磨き上げます。",
  "The research release of SDXL, with sizes of your own.": "SDXLの研究版。サイズを自由に選べます。",
  "Small, quick and cheap; made for 768 × 768.": "小さく、速く、安価。768 × 768向けです。",
  "Makes a picture over in the words of a prompt.": "プロンプトに沿って画像を作り替えます。",
  "The refiner does nothing while the high noise fraction is 1: no step is left for it. Set the fraction below 1, or turn the refiner off.":
    "高ノイズ比率が1の間、リファイナーは何もしません。使えるステップが残らないためです。比率を1未満にするか、リファイナーをオフにしてください。",

  Prompt: "プロンプト",
  "What the picture should show. (word:1.3) gives a word more weight, [word] less.":
    "画像に描くもの。(単語:1.3) でその単語を強め、[単語] で弱めます。",
  "Write a prompt.": "プロンプトを入力してください。",
  "Negative prompt": "ネガティブプロンプト",
  "What to keep out of the picture, for example: bad anatomy, bad hands, missing fingers.":
    "画像に入れたくないもの。例：bad anatomy, bad hands, missing fingers",
  Style: "スタイル",
  "A look that is laid over the prompt.": "プロンプトに重ねる画風です。",
  "Choose a style.": "スタイルを選んでください。",
  "Stability presets": "Stabilityのプリセット",
  Advertising: "広告",
  "Art styles": "アートスタイル",
  Futuristic: "未来的",
  Games: "ゲーム",
  "Moods and themes": "雰囲気とテーマ",
  Papercraft: "ペーパークラフト",
  Photography: "写真",
  Samples: "枚数",
  "How many pictures one run makes. Each is paid for.":
    "1回の生成で作る画像の枚数。1枚ごとに課金されます。",
  pictures: "枚",
  Image: "画像",
  "The picture to start from. The result has its size.":
    "元にする画像。結果は同じサイズになります。",
  "Give a picture: an http(s) URL or a file.": "画像を指定してください（http(s)のURLかファイル）。",
  Width: "幅",
  Height: "高さ",
  "SDXL draws 1024 × 1024 and nothing else.": "SDXLが描くのは1024 × 1024だけです。",
  "In pixels; whole eighths come out as asked.": "ピクセル単位。8の倍数なら指定どおりになります。",
  "In pixels. The model was made for 768 × 768.":
    "ピクセル単位。このモデルは768 × 768向けに作られています。",

  Scheduler: "スケジューラー",
  "How the noise is taken out, step by step.": "ノイズを1ステップずつ取り除く方法です。",
  "Choose a scheduler.": "スケジューラーを選んでください。",
  "Repeatable and plain; a good start": "再現しやすく素直。最初の選択に",
  "Sharp in few steps": "少ないステップで鮮明",
  "Sharp, a little slower": "鮮明、やや遅め",
  "Varied; never quite settles": "変化に富み、完全には収束しない",
  "Quick and soft": "速く、柔らか",
  "Exact, at twice the time": "正確、時間は2倍",
  "Varied, rich in detail": "変化に富み、細部が豊か",
  "Exact, rich in detail": "正確で、細部が豊か",
  "Quick, older": "速い、やや古い方式",
  "Wants many steps": "多くのステップが必要",
  "Good in 20 steps or fewer": "20ステップ以下でも良好",
  "Varied and rich in detail, at twice the time": "変化に富み細部が豊か、時間は2倍",
  "Sharp in 20 to 30 steps; a good start": "20～30ステップで鮮明。最初の選択に",
  "Rich in detail, at twice the time": "細部が豊か、時間は2倍",
  "Rich in detail; more steps change it": "細部が豊か。ステップを増やすと絵が変わる",
  "Fine detail, at twice the time": "細部まで精細、時間は2倍",
  "Fine detail; wants 30 steps or more": "細部まで精細。30ステップ以上が必要",
  "Varied, at twice the time": "変化に富む、時間は2倍",
  "For drafts; rough": "下書き用。粗め",
  "Takes as many steps as it likes": "ステップ数を自動で決める",
  "Fine detail; goes back and mends": "細部まで精細。戻って修正する",
  "Inference steps": "推論ステップ数",
  "More steps draw finer and take longer; past 50 the difference is hard to see.":
    "多いほど精細になり、時間もかかります。50を超えると差はほとんど分かりません。",
  steps: "ステップ",
  "Guidance scale": "ガイダンススケール",
  "How closely to follow the prompt. High values follow it to the letter and cost variety.":
    "プロンプトにどれだけ従うか。大きいほど忠実になり、変化が少なくなります。",
  Strength: "強度",
  "How much a reference picture is changed: 0 keeps it, 1 leaves nothing of it.":
    "参照画像を変える度合い。0ならそのまま、1なら元の画像は残りません。",
  Seed: "シード",
  "The same seed and settings make the same picture again; -1 draws a new seed each time.":
    "シードと設定が同じなら、同じ画像になります。-1にすると毎回新しいシードを使います。",
  "Base model": "ベースモデル",
  "The checkpoint that draws: each has a look of its own.":
    "描画に使うチェックポイント。それぞれに独自の画風があります。",

  Refiner: "リファイナー",
  "A second model goes over the picture and improves it.":
    "2つ目のモデルが画像を仕上げ、品質を上げます。",
  "High noise fraction": "高ノイズ比率",
  "The share of the steps that the base model takes before the refiner goes on.":
    "リファイナーに引き継ぐまでに、ベースモデルが受け持つステップの割合です。",
  Base64: "Base64",
  "Sends the picture inside the answer in place of its address.":
    "画像をアドレスではなく、応答の中に入れて送ります。",
};

export const models: Labels["models"] = {
  texts,
  inputErrors: {
    required: "必須の項目です。",
    prompt: "プロンプトを入力してください。",
    unknownField: (model) => `${model}にこの項目はありません。`,
    types: {
      int: "整数で指定してください。",
      number: "数値で指定してください。",
      string: "文字列で指定してください。",
      boolean: "真か偽で指定してください。",
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
    notInList: "一覧にある値から選んでください。",
    url: "https:// で始まる完全なURLにしてください。",
    invalid: "形式が正しくありません。",
    noMatch: "ここで使えるどの形式にも合いません。",
  },
};

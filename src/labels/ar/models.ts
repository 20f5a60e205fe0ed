import type { Labels } from "../en/en.ts";
import { count, digits, isolate } from "./grammar.ts";

const characters = { one: "حرف واحد", two: "حرفين", few: "# أحرف", many: "# حرفًا", other: "# حرف" };
const entries = {
  one: "عنصر واحد",
  two: "عنصرين",
  few: "# عناصر",
  many: "# عنصرًا",
  other: "# عنصر",
};

const texts: Labels["models"]["texts"] = {
  "Detailed 1024 px images with an optional refiner.":
    "صور غنية بالتفاصيل بحجم 1024 بكسل، مع مُحسِّن اختياري.",
  "Research release of SDXL. Supports custom image sizes.": "الإصدار البحثي من SDXL بأحجام مخصصة.",
  "Small, fast, and inexpensive. Best at sizes from 512 to 768 px.":
    "صغير وسريع ومنخفض السعر. أفضل نتائجه بأحجام من 512 إلى 768 بكسل.",
  "Transforms an image using your prompt.": "يحوّل الصورة وفق وصفك.",
  "With “Refiner start” at 1, no steps are left for the refiner. Lower “Refiner start”, or turn off the refiner.":
    "عندما تكون بداية المُحسِّن 1، لا تبقى له أي خطوة. اخفض القيمة أو أوقف المُحسِّن.",

  Prompt: "الوصف",
  "Describe the image. (word:1.3) gives a word more weight; [word] gives it less.":
    "صِف الصورة. \u2066(كلمة:1.3)\u2069 تزيد وزن الكلمة، و\u2066[كلمة]\u2069 تنقصه.",
  "Write a prompt.": "اكتب وصفًا.",
  "Negative prompt": "الوصف السلبي",
  Style: "النمط",
  "Choose a style.": "اختر نمطًا.",
  "Stability presets": "إعدادات Stability الجاهزة",
  Advertising: "إعلانات",
  "Art styles": "أنماط فنية",
  Futuristic: "مستقبلي",
  Games: "ألعاب",
  "Moods and themes": "أجواء وموضوعات",
  Papercraft: "فنون الورق",
  Photography: "تصوير فوتوغرافي",
  Images: "عدد الصور",
  "Start image": "الصورة الأولية",
  "The image to start from. The result has the same size.":
    "الصورة التي يبدأ منها التوليد. تكون النتيجة بالحجم نفسه.",
  "Choose an image file or enter an http(s) URL.":
    "اختر ملف صورة أو أدخل عنوان \u2066http(s)\u2069.",
  Width: "العرض",
  Height: "الارتفاع",
  "In pixels. Use multiples of 8.": "بالبكسل. استخدم مضاعفات 8.",
  "In pixels. 512 × 512 is faster; 768 × 768 has more detail.":
    "بالبكسل. حجم \u2066512 × 512\u2069 أسرع، وحجم \u2066768 × 768\u2069 أكثر تفصيلاً.",

  Sampler: "طريقة أخذ العينات",
  "Sampling method. Affects speed and detail.": "تؤثر في السرعة والتفاصيل.",
  "Choose a sampler.": "اختر طريقة لأخذ العينات.",
  "Consistent; a good default": "نتائج متسقة؛ خيار افتراضي جيد",
  "Sharp in few steps": "صور حادة بخطوات قليلة",
  "Sharp, slightly slower": "صور حادة، أبطأ قليلًا",
  "Varied; keeps changing with more steps": "نتائج متنوعة؛ تتغير كلما زادت الخطوات",
  "Fast and soft": "سريعة، بصور ناعمة",
  "Accurate, takes twice as long": "دقيقة، تستغرق ضعف الوقت",
  "Varied, rich in detail": "نتائج متنوعة، غنية بالتفاصيل",
  "Accurate, rich in detail": "دقيقة، غنية بالتفاصيل",
  "Fast, older": "سريعة، أقدم",
  "Needs many steps": "تحتاج إلى خطوات كثيرة",
  "Good results in few steps": "جيدة بخطوات قليلة",
  "Varied and rich in detail, takes twice as long":
    "نتائج متنوعة وغنية بالتفاصيل، تستغرق ضعف الوقت",
  "Sharp in 20 to 30 steps; a good default": "صور حادة في 20 إلى 30 خطوة؛ خيار افتراضي جيد",
  "Rich in detail, takes twice as long": "غنية بالتفاصيل، تستغرق ضعف الوقت",
  "Rich in detail; keeps changing with more steps": "غنية بالتفاصيل؛ تتغير كلما زادت الخطوات",
  "Fine detail, takes twice as long": "تفاصيل دقيقة، تستغرق ضعف الوقت",
  "Fine detail; needs 30 steps or more": "تفاصيل دقيقة؛ تحتاج إلى 30 خطوة أو أكثر",
  "Varied, takes twice as long": "نتائج متنوعة، تستغرق ضعف الوقت",
  "Rough; for drafts": "تقريبية؛ للمسودات",
  "Chooses the number of steps": "تحدد عدد الخطوات تلقائيًا",
  "Fine detail; repeats some steps": "تفاصيل دقيقة؛ تكرر بعض الخطوات",
  Steps: "الخطوات",
  "More steps add detail and take longer. Above 50, the difference is hard to see.":
    "زيادة الخطوات تضيف تفاصيل وتستغرق وقتًا أطول. بعد 50 خطوة يصعب ملاحظة الفرق.",
  steps: "خطوة",
  "Guidance scale": "مقياس التوجيه",
  "Higher values follow the prompt more closely, with less variety.":
    "القيم الأعلى تلتزم بالوصف أكثر، مع تنوع أقل.",
  Strength: "القوة",
  "How much the starting image changes: 0 keeps it, 1 replaces it.":
    "مقدار تغيير الصورة الأولية: 0 يبقيها، و1 يستبدلها.",
  Seed: "البذرة",
  "The same seed and settings give the same image.":
    "البذرة نفسها مع الإعدادات نفسها تعطي الصورة نفسها.",
  "Base model": "النموذج الأساسي",
  "The checkpoint that generates the image. It determines the overall look.":
    "نسخة النموذج التي تولّد الصورة. لكل نسخة مظهر مختلف.",

  Refiner: "المُحسِّن",
  "Improves details with a second model.": "يحسّن التفاصيل بنموذج ثانٍ.",
  "Refiner start": "بداية المُحسِّن",
  "The share of steps before the refiner takes over.": "نسبة الخطوات قبل بدء المُحسِّن.",
  Base64: "Base64",
  "Returns the image in the response instead of its URL.": "يعيد الصورة في الرد بدلًا من عنوان URL.",
};

export const models: Labels["models"] = {
  texts,
  inputErrors: {
    required: "هذا الحقل مطلوب.",
    prompt: "اكتب وصفًا.",
    unknownField: (model) => `لا يحتوي ${isolate(model)} على هذا الحقل.`,
    types: {
      int: "يجب أن تكون القيمة عددًا صحيحًا.",
      number: "يجب أن تكون القيمة عددًا.",
      string: "يجب أن تكون القيمة نصًا.",
      boolean: "يجب أن تكون القيمة صوابًا أو خطأ.",
      object: "يجب أن تكون القيمة كائنًا.",
      array: "يجب أن تكون القيمة قائمة.",
    },
    atLeast: (min) => `يجب أن تكون القيمة ${digits(min)} أو أكثر.`,
    moreThan: (limit) => `يجب أن تكون القيمة أكثر من ${digits(limit)}.`,
    atMost: (max) => `يجب أن تكون القيمة ${digits(max)} أو أقل.`,
    lessThan: (limit) => `يجب أن تكون القيمة أقل من ${digits(limit)}.`,
    multipleOf: (divisor) => `يجب أن تكون القيمة من مضاعفات ${digits(divisor)}.`,
    minCharacters: (min) => `يجب ألا يقل النص عن ${count(min, characters)}.`,
    maxCharacters: (max) => `يجب ألا يزيد النص على ${count(max, characters)}.`,
    minEntries: (min) => `يجب ألا تقل القائمة عن ${count(min, entries)}.`,
    maxEntries: (max) => `يجب ألا تزيد القائمة على ${count(max, entries)}.`,
    oneOf: (values) =>
      values.length === 1
        ? `يجب أن تكون القيمة ${values.map(isolate).join()}.`
        : `يجب أن تكون القيمة إحدى هذه القيم: ${values.map(isolate).join("، ")}.`,
    notInList: "اختر قيمة من القائمة.",
    url: `يجب أن تكون القيمة عنوان URL كاملًا يبدأ بـ ${isolate("https://")}.`,
    invalid: "الصيغة غير صحيحة.",
    noMatch: "القيمة غير صالحة.",
  },
};

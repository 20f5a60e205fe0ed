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
  "Large, sharp pictures with a second model that refines the first one's work.":
    "صور كبيرة وواضحة، مع نموذج ثانٍ يحسّن عمل الأول.",
  "The research release of SDXL, with sizes of your own.":
    "الإصدار البحثي من SDXL، بالأحجام التي تختارها.",
  "Small, quick and cheap; made for 768 × 768.":
    "صغير وسريع ورخيص؛ صُمم لحجم \u2066768 × 768\u2069.",
  "Makes a picture over in the words of a prompt.": "يعيد رسم صورة وفق كلمات الوصف.",
  "The refiner does nothing while the high noise fraction is 1: no step is left for it. Set the fraction below 1, or turn the refiner off.":
    "لا يفعل المُحسِّن شيئًا ما دامت نسبة الضجيج العالي 1: لا تبقى له أي خطوة. اجعل النسبة أقل من 1 أو أوقف المُحسِّن.",

  Prompt: "الوصف",
  "What the picture should show. (word:1.3) gives a word more weight, [word] less.":
    "ما يجب أن تُظهره الصورة. \u2066(كلمة:1.3)\u2069 تعطي الكلمة وزنًا أكبر، و\u2066[كلمة]\u2069 وزنًا أقل.",
  "Write a prompt.": "اكتب وصفًا.",
  "Negative prompt": "الوصف السلبي",
  "What to keep out of the picture, for example: bad anatomy, bad hands, missing fingers.":
    "ما لا يجب أن يظهر في الصورة، مثلًا: \u2066bad anatomy, bad hands, missing fingers\u2069.",
  Style: "النمط",
  "A look that is laid over the prompt.": "مظهر يُضاف إلى الوصف.",
  "Choose a style.": "اختر نمطًا.",
  "Stability presets": "إعدادات Stability الجاهزة",
  Advertising: "إعلانات",
  "Art styles": "أنماط فنية",
  Futuristic: "مستقبلي",
  Games: "ألعاب",
  "Moods and themes": "أجواء وموضوعات",
  Papercraft: "فنون الورق",
  Photography: "تصوير فوتوغرافي",
  Samples: "عدد الصور",
  "How many pictures one run makes. Each is paid for.":
    "عدد الصور في عملية التوليد الواحدة. تُحتسب تكلفة كل صورة.",
  pictures: "صورة",
  Image: "الصورة",
  "The picture to start from. The result has its size.":
    "الصورة التي يبدأ منها التوليد. تكون النتيجة بحجمها.",
  "Give a picture: an http(s) URL or a file.": "أعطِ صورة: عنوان http(s) أو ملفًا.",
  Width: "العرض",
  Height: "الارتفاع",
  "SDXL draws 1024 × 1024 and nothing else.": "يرسم SDXL بحجم \u20661024 × 1024\u2069 فقط.",
  "In pixels; whole eighths come out as asked.": "بالبكسل؛ مضاعفات 8 تخرج كما طُلبت.",
  "In pixels. The model was made for 768 × 768.":
    "بالبكسل. صُمم النموذج لحجم \u2066768 × 768\u2069.",

  Scheduler: "المُجدوِل",
  "How the noise is taken out, step by step.": "كيف يُزال الضجيج خطوة بخطوة.",
  "Choose a scheduler.": "اختر مُجدوِلًا.",
  "Repeatable and plain; a good start": "قابل للتكرار وبسيط؛ بداية جيدة",
  "Sharp in few steps": "واضح بخطوات قليلة",
  "Sharp, a little slower": "واضح، أبطأ قليلًا",
  "Varied; never quite settles": "متنوع؛ لا يستقر تمامًا",
  "Quick and soft": "سريع وناعم",
  "Exact, at twice the time": "دقيق، في ضعف الوقت",
  "Varied, rich in detail": "متنوع، غني بالتفاصيل",
  "Exact, rich in detail": "دقيق، غني بالتفاصيل",
  "Quick, older": "سريع، أقدم",
  "Wants many steps": "يحتاج إلى خطوات كثيرة",
  "Good in 20 steps or fewer": "جيد في 20 خطوة أو أقل",
  "Varied and rich in detail, at twice the time": "متنوع وغني بالتفاصيل، في ضعف الوقت",
  "Sharp in 20 to 30 steps; a good start": "واضح في 20 إلى 30 خطوة؛ بداية جيدة",
  "Rich in detail, at twice the time": "غني بالتفاصيل، في ضعف الوقت",
  "Rich in detail; more steps change it": "غني بالتفاصيل؛ ويتغير مع زيادة الخطوات",
  "Fine detail, at twice the time": "تفاصيل دقيقة، في ضعف الوقت",
  "Fine detail; wants 30 steps or more": "تفاصيل دقيقة؛ يحتاج إلى 30 خطوة أو أكثر",
  "Varied, at twice the time": "متنوع، في ضعف الوقت",
  "For drafts; rough": "للمسودات؛ تقريبي",
  "Takes as many steps as it likes": "يحدد عدد خطواته بنفسه",
  "Fine detail; goes back and mends": "تفاصيل دقيقة؛ يعود ويصحح",
  "Inference steps": "خطوات الاستدلال",
  "More steps draw finer and take longer; past 50 the difference is hard to see.":
    "كلما زادت الخطوات زادت الدقة وطال الوقت؛ وبعد 50 يصعب ملاحظة الفرق.",
  steps: "خطوة",
  "Guidance scale": "مقياس التوجيه",
  "How closely to follow the prompt. High values follow it to the letter and cost variety.":
    "مدى الالتزام بالوصف. القيم العالية تتبعه حرفيًا وتقلل التنوع.",
  Strength: "القوة",
  "How much a reference picture is changed: 0 keeps it, 1 leaves nothing of it.":
    "مقدار تغيير الصورة المرجعية: 0 يبقيها كما هي، و1 لا يُبقي منها شيئًا.",
  Seed: "البذرة",
  "The same seed and settings make the same picture again; -1 draws a new seed each time.":
    "البذرة نفسها مع الإعدادات نفسها تعطي الصورة نفسها؛ و\u2066-1\u2069 تختار بذرة جديدة في كل مرة.",
  "Base model": "النموذج الأساسي",
  "The checkpoint that draws: each has a look of its own.":
    "نقطة الحفظ التي ترسم: لكل واحدة مظهرها الخاص.",

  Refiner: "المُحسِّن",
  "A second model goes over the picture and improves it.": "نموذج ثانٍ يراجع الصورة ويحسّنها.",
  "High noise fraction": "نسبة الضجيج العالي",
  "The share of the steps that the base model takes before the refiner goes on.":
    "حصة النموذج الأساسي من الخطوات قبل أن يتابع المُحسِّن.",
  Base64: "Base64",
  "Sends the picture inside the answer in place of its address.":
    "يرسل الصورة داخل الرد بدلًا من عنوانها.",
};

export const models: Labels["models"] = {
  texts,
  inputErrors: {
    required: "هذا الحقل مطلوب.",
    prompt: "اكتب وصفًا.",
    unknownField: (model) => `لا يحتوي ${isolate(model)} على هذا الحقل.`,
    types: {
      int: "يجب أن يكون عددًا صحيحًا.",
      number: "يجب أن يكون عددًا.",
      string: "يجب أن يكون نصًا.",
      boolean: "يجب أن يكون صوابًا أو خطأ.",
      object: "يجب أن يكون كائنًا.",
      array: "يجب أن يكون قائمة.",
    },
    atLeast: (min) => `يجب أن يكون ${digits(min)} أو أكثر.`,
    moreThan: (limit) => `يجب أن يكون أكثر من ${digits(limit)}.`,
    atMost: (max) => `يجب أن يكون ${digits(max)} أو أقل.`,
    lessThan: (limit) => `يجب أن يكون أقل من ${digits(limit)}.`,
    multipleOf: (divisor) => `يجب أن يكون من مضاعفات ${digits(divisor)}.`,
    minCharacters: (min) => `يجب ألا يقل عن ${count(min, characters)}.`,
    maxCharacters: (max) => `يجب ألا يزيد على ${count(max, characters)}.`,
    minEntries: (min) => `يجب ألا يقل عن ${count(min, entries)}.`,
    maxEntries: (max) => `يجب ألا يزيد على ${count(max, entries)}.`,
    oneOf: (values) =>
      values.length === 1
        ? `يجب أن يكون ${values.map(isolate).join()}.`
        : `يجب أن يكون إحدى هذه القيم: ${values.map(isolate).join("، ")}.`,
    notInList: "يجب أن يكون إحدى قيم القائمة.",
    url: `يجب أن يكون عنوان URL كاملًا يبدأ بـ ${isolate("https://")}.`,
    invalid: "صيغته غير صحيحة.",
    noMatch: "لا يطابق أيًا من الصيغ المسموح بها هنا.",
  },
};

import type { GenerateStatus } from "../../protocol/jobState.ts";
import type { Labels } from "../en/en.ts";
import { errors, remedies } from "./errors.ts";
import { count as counted, isolate, number } from "./grammar.ts";

const statusText: Readonly<Record<GenerateStatus, string>> = {
  idle: "لم تبدأ",
  submitting: "قيد الإرسال",
  queued: "قيد الانتظار",
  processing: "قيد الرسم",
  completed: "مكتملة",
  failed: "فاشلة",
  unknown: "نتيجتها غير معروفة",
  expired: "منتهية المدة",
};

const position = (index: number, count: number): string =>
  `الصورة ${number(index + 1)} من ${number(count)}`;

export const result: Labels["result"] = {
  locale: "ar",

  errors,
  remedies,
  charged: {
    no: "لم تُحتسب تكلفة",
    yes: "احتُسبت التكلفة",
    unknown: "ربما احتُسبت التكلفة",
  },
  retryAdvice: {
    safe: "إعادة المحاولة آمنة.",
    after: "إعادة المحاولة آمنة بعد قليل.",
    unsafe: "قد تُحتسب التكلفة مرتين عند إعادة المحاولة.",
    paid: "أعد التوليد للحصول على الصورة، وستُحتسب التكلفة مرة أخرى.",
    never: "لن تفيد إعادة المحاولة نفسها.",
  },
  retry: {
    no: "إعادة المحاولة",
    yes: "إعادة الإرسال: بتكلفة جديدة",
    unknown: "إعادة الإرسال: قد تُحتسب التكلفة مرتين",
  },
  checkStatus: "تحقق مجددًا",
  retryIn: (time) => `يمكنك إعادة المحاولة بعد ${isolate(time)}.`,
  fields: "ما يجب تصحيحه",
  requestId: "معرّف الطلب",

  progress: {
    idle: "",
    submitting: "جارٍ الإرسال",
    queued: "في انتظار الدور",
    processing: "جارٍ الرسم",
    completed: "تم. النتيجة جاهزة.",
    failed: "",
    unknown: "",
    expired: "",
  },
  overdue: "تستغرق وقتًا أطول من المعتاد. لم تضِع.",
  connectionLost: "انقطع الاتصال، ويُعاد الاستعلام تلقائيًا",
  pollFailed: (what) => `${what} يُعاد الاستعلام عنها تلقائيًا.`,
  notFoundYet: "لا تجد الخدمة هذه المهمة الآن. يُعاد الاستعلام عنها تلقائيًا.",
  signedOut: "سُجّل خروجك. سجّل الدخول وستستمر العملية",
  offline: "أنت غير متصل بالإنترنت. العملية مستمرة، وسيُستعلم عنها عند عودتك",
  estimate: "التقدم المقدّر",
  usualDuration: (range) => `عادةً ${isolate(range)}`,

  result: "النتيجة",
  empty: {
    idle: "صِف صورة، وستظهر هنا.",
    submitting: "",
    queued: "",
    processing: "",
    completed: "انتهت العملية من دون صورة.",
    failed: "لم تُنشأ أي صورة. إعداداتك كما تركتها.",
    unknown: "قد تكون هناك صورة، ولا يمكن معرفة ذلك من هنا. إعداداتك كما تركتها.",
    expired: "انتهت مدة هذه العملية ولم تعد صورها موجودة. إعداداتك محفوظة.",
  },
  alt: (prompt, index, count) =>
    [prompt ? isolate(prompt) : "صورة مولَّدة", ...(count > 1 ? [position(index, count)] : [])].join(
      "، ",
    ),
  blocked: "حجب مرشّح المحتوى في الخدمة الصور. إعداداتك كما تركتها.",
  missingOffline: "أنت غير متصل بالإنترنت. ستُحمَّل هذه الصورة من جديد فور عودتك.",
  missing: "لم تعد هذه الصورة موجودة. تحتفظ الخدمة بالملفات 7 أيام.",
  notAnImage: "هذه النتيجة ملف وليست صورة.",
  openFile: "فتح الملف",
  loadAgain: "تحميل من جديد",
  fewerImages: (got, requested) => `عدد الصور التي وصلت: ${number(got)} من ${number(requested)}.`,

  forImage: (action, index, count) => (count > 1 ? `${action}، ${position(index, count)}` : action),
  download: "تنزيل",
  downloaded: "حُفظت في مجلد التنزيلات.",
  openedInTab: "تعذرت قراءة الصورة هنا، ففُتحت في علامة تبويب جديدة. احفظها من هناك.",
  downloadAll: (count) =>
    counted(count, {
      two: "تنزيل الصورتين",
      few: "تنزيل الصور كلها (#)",
      other: "تنزيل الصور كلها (#)",
    }),
  downloadedSome: (got, count) =>
    got === 0
      ? "تعذرت هنا قراءة أي من الصور."
      : `عدد الصور المحفوظة: ${number(got)} من ${number(count)}؛ وتعذرت قراءة البقية.`,
  copy: "نسخ",
  copied: "تم النسخ.",
  cantCopy: "لا يمكن نسخ هذه الصورة هنا. نزّلها بدلًا من ذلك.",
  copyLink: "نسخ الرابط",
  linkCopied: "نُسخ الرابط. يضع هذه الإعدادات في الاستمارة.",
  cantCopyLink: "لا يمكن نسخ الرابط هنا.",
  reuse: "استخدم هذه الإعدادات",
  reused: "نُقلت الإعدادات والبذرة إلى الاستمارة.",
  useThis: "استخدم هذا",
  used: (field) => `نُقلت القيمة إلى الاستمارة: ${field}.`,
  forField: (action, field) => `${action}: ${field}`,

  enlarge: "تكبير",
  enlarged: "صورة مكبَّرة",
  close: "إغلاق",
  previous: "الصورة السابقة",
  next: "الصورة التالية",
  position,
  zoomControls: "التكبير والتصغير",
  zoomIn: "تكبير",
  zoomOut: "تصغير",
  zoomFit: (percent) => `${percent}، عرض الصورة كاملة`,
  zoomedTo: (percent) => `التكبير ${percent}`,

  before: "قبل",
  after: "بعد",
  compare: "مقارنة",
  compareSlider: "موضع التقاء الصورتين",
  compareShare: (percent, before, after) => `${percent} ${before}، والباقي ${after}`,
  sideBySide: "جنبًا إلى جنب",
  inputAlt: "الصورة التي بدأت منها العملية",

  details: "التفاصيل",
  model: "النموذج",
  seedUsed: "البذرة المستخدمة",
  generationTime: "مدة الرسم",
  queueTime: "مدة الانتظار",
  totalTime: "المدة الكلية",
  cost: "التكلفة",
  credits: (amount) => `${amount} من الرصيد`,
  yes: "نعم",
  no: "لا",

  modelSwitch: "النموذج",
  jobs: "العمليات السابقة",
  job: (which, prompt, status) =>
    `العملية ${number(which)}، ${statusText[status]}: ${isolate(prompt)}`,
};

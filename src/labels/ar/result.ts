import type { GenerateStatus } from "../../protocol/jobState.ts";
import type { Labels } from "../en/en.ts";
import { errors, remedies } from "./errors.ts";
import { count as counted, isolate, number } from "./grammar.ts";
import { genitive } from "./history.ts";
import { position } from "./imageActions.ts";

const statusText: Readonly<Record<GenerateStatus | "blocked", string>> = {
  idle: "لم تبدأ",
  submitting: "قيد الإرسال",
  queued: "في قائمة الانتظار",
  processing: "جارية",
  completed: "مكتملة",
  failed: "فاشلة",
  canceled: "موقوفة",
  unknown: "غير مؤكدة",
  expired: "منتهية الصلاحية",
  blocked: "محظورة",
};

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
    unsafe: "قد تُحتسب التكلفة مرتين إذا أعدت المحاولة.",
    paid: "أعد التوليد للحصول على الصورة. ستُحتسب التكلفة مرة أخرى.",
    never: "لن تفيد إعادة المحاولة من دون تغيير.",
  },
  retry: {
    no: "إعادة المحاولة",
    yes: "إعادة التوليد (بتكلفة جديدة)",
    unknown: "إعادة الإرسال (قد تُحتسب التكلفة مرتين)",
  },
  stop: "إيقاف التوليد",
  stopping: "جارٍ الإيقاف…",
  stoppedLate: "كان التوليد قد بدأ.",
  checkStatus: "التحقق مجددًا",
  checking: "جارٍ التحقق…",
  checked: (time) => `تم التحقق في ${isolate(time)}: لم يتأكد بعد.`,
  checkFailed: (reason) => `تعذّر التحقق. ${reason}`,
  retryAt: (time) => `يمكنك إعادة المحاولة في الساعة ${isolate(time)}.`,
  fields: "حقول تحتاج إلى تصحيح",
  requestId: "معرّف الطلب",
  copyRequestId: "نسخ معرّف الطلب",
  aiGenerated: "مولَّد بالذكاء الاصطناعي",

  progress: {
    idle: "",
    submitting: "جارٍ الإرسال…",
    queued: "في قائمة الانتظار…",
    processing: "جارٍ التوليد…",
    completed: "اكتمل التوليد.",
    failed: "",
    canceled: "",
    unknown: "",
    expired: "",
  },
  overdue: "يستغرق التوليد وقتًا أطول من المعتاد. العمل مستمر…",
  connectionLost: "انقطع الاتصال. جارٍ إعادة الاتصال…",
  pollFailed: (what) => `${what} ستُعاد المحاولة تلقائيًا.`,
  notFoundYet: "لم تعثر الخدمة على عملية التوليد هذه بعد. ستُعاد المحاولة تلقائيًا.",
  signedOut: "تم تسجيل خروجك. سجّل الدخول للمتابعة.",
  offline: "أنت غير متصل بالإنترنت. لا تزال صورتك قيد التوليد، وسنحدّثها عند عودة الاتصال.",
  estimate: "التقدم المقدّر",
  usualDuration: (range) => `عادةً ${isolate(range)}`,

  result: "النتيجة",
  empty: {
    idle: "صِف صورة للبدء.",
    submitting: "",
    queued: "",
    processing: "",
    completed: "انتهى التوليد من دون صورة.",
    failed: "لم تُولَّد أي صورة. لم تتغير إعداداتك.",
    canceled: "لم تُولَّد أي صورة. لم تتغير إعداداتك.",
    unknown: "قد تكون صورتك قيد التوليد. لم تتغير إعداداتك.",
    expired: "انتهت صلاحية هذه النتيجة. إعداداتك محفوظة.",
  },
  alt: (prompt, index, count) =>
    [prompt ? isolate(prompt) : "صورة مولَّدة", ...(count > 1 ? [position(index, count)] : [])].join(
      "، ",
    ),
  blocked: "حظر مرشّح المحتوى هذه النتيجة. لم تتغير إعداداتك.",
  missingOffline: "أنت غير متصل بالإنترنت. ستُحمَّل هذه الصورة عند عودة الاتصال.",
  loadingImage: "جارٍ تحميل الصورة…",
  missing: "تعذّر تحميل هذه الصورة. ربما انتهت صلاحيتها.",
  notAnImage: "هذه النتيجة ملف وليست صورة.",
  openFile: "فتح الملف",
  loadAgain: "إعادة التحميل",
  fewerImages: (got, requested) =>
    `عدد الصور التي وصلت: ${number(got)} من ${number(requested)} فقط.`,

  forImage: (action, index, count) => (count > 1 ? `${action}، ${position(index, count)}` : action),
  download: "تنزيل",
  downloaded: "بدأ التنزيل.",
  openedInTab: "فُتحت الصورة في علامة تبويب جديدة. احفظها من هناك.",
  downloadAll: (count) =>
    counted(count, {
      two: "تنزيل الصورتين",
      few: "تنزيل الصور كلها (#)",
      other: "تنزيل الصور كلها (#)",
    }),
  downloadedSome: (got, count) =>
    got === 0
      ? "تعذّر تنزيل الصور."
      : `عدد الصور التي تم تنزيلها: ${number(got)} من ${number(count)}. تعذّرت قراءة البقية.`,
  copy: "نسخ",
  copied: "تم النسخ.",
  cantCopy: "لا يمكن نسخ هذه الصورة. نزّلها بدلًا من ذلك.",
  copyLink: "نسخ الرابط",
  linkCopied: "تم نسخ الرابط. يفتح الاستمارة بهذه الإعدادات.",
  cantCopyLink: "تعذّر نسخ الرابط.",
  reuse: "إعادة استخدام الإعدادات",
  reused: "تم تطبيق الإعدادات والبذرة.",
  useThis: "تطبيق",
  used: (field) => `تم تطبيق القيمة: ${field}.`,
  forField: (action, field) => `${action}: ${field}`,

  done: { download: "تم الحفظ", copy: "تم النسخ", reuse: "تم التطبيق" },

  enlarge: "تكبير",
  close: "إغلاق",

  removed: (runs) => `تم حذف ${counted(runs, genitive)}.`,
  chooseToCompare: "اختر عملية توليد للمقارنة.",
  cancel: "إلغاء",

  seedOf: (seed) => `البذرة ${isolate(seed)}`,

  details: "التفاصيل",
  model: "النموذج",
  seedUsed: "البذرة المستخدمة",
  generationTime: "مدة التوليد",
  queueTime: "مدة الانتظار",
  totalTime: "المدة الإجمالية",
  cost: "التكلفة",
  credits: (amount) => `${amount} من الرصيد`,
  yes: "نعم",
  no: "لا",

  modelSwitch: "النموذج",
  jobs: "عمليات التوليد السابقة",
  job: (which, prompt, status) =>
    `عملية التوليد ${number(which)}، ${statusText[status]}: ${isolate(prompt)}`,
};

import type { Labels } from "../en/en.ts";
import { count, digits, isolate } from "./grammar.ts";

export const queue: Labels["queue"] = {
  title: "دفعة",
  prompts: "الأوصاف، وصف واحد في كل سطر",
  promptsHelp: "تُؤخذ بقية الإعدادات من الاستمارة.",
  promptsPlaceholder: "منارة عند الغروب\nثعلب أحمر في الثلج",
  takes: "عدد عمليات التوليد لكل وصف",
  takesHelp: "تُستخدم بذرة مختلفة في كل عملية توليد.",
  models: "النماذج",
  images: (images) =>
    count(images, {
      one: "صورة واحدة",
      two: "صورتان",
      few: "# صور",
      many: "# صورة",
      other: "# صورة",
    }),
  generations: (generations) =>
    count(generations, {
      one: "عملية توليد واحدة",
      two: "عمليتا توليد",
      few: "# عمليات توليد",
      many: "# عملية توليد",
      other: "# عملية توليد",
    }),
  price: (what, amount) => `${what}، نحو ${amount} من الرصيد`,
  start: "بدء الدفعة",
  addMore: "إضافة إلى الدفعة",
  nothing: "أدخل وصفًا واحدًا على الأقل.",
  tooMany: (most) => `الحد الأقصى لعمليات التوليد في الدفعة هو ${digits(most)}.`,
  invalid: (field, message) => `${field}: ${message}`,

  list: "عمليات التوليد في هذه الدفعة",
  sent: (sent, total) => `أُرسل ${digits(sent)} من ${digits(total)}`,
  finished: (done, total) => `اكتمل ${digits(done)} من ${digits(total)}`,
  running: "جارٍ الإرسال. تُحتسب تكلفة كل عملية توليد عند إرسالها.",
  waitsForSlot: "في انتظار انتهاء عملية توليد جارية.",
  offline: "أنت غير متصل بالإنترنت. سيستمر الإرسال عند عودة الاتصال.",
  rateLimited: (time) => `طلبات كثيرة جدًا. سيستمر الإرسال في الساعة ${time}.`,
  paused: "توقّف الإرسال. لن يُرسل أي شيء آخر حتى تستأنف.",
  elsewhere: "تُرسَل هذه الدفعة من علامة تبويب أخرى.",
  pausedBy: (reason) => `توقّف الإرسال: ${reason} لن يُرسل أي شيء آخر حتى تستأنف.`,
  pausedUnknown:
    "توقّف الإرسال لأننا لم نتمكن من تأكيد استلام أحد الطلبات. ربما احتُسبت تكلفته، ولن يُرسل مرة أخرى.",
  done: "تم إرسال كل شيء.",
  complete: "اكتمل كل شيء.",
  showResults: "عرض النتائج",
  show: "عرض النتيجة",
  notStored:
    "مساحة التخزين في متصفحك ممتلئة. إذا أغلقت هذه الصفحة، فستفقد عمليات التوليد التي لم تُرسل.",

  entry: {
    waiting: "في الانتظار",
    sending: "جارٍ الإرسال…",
    sent: "تم الإرسال",
    completed: "اكتمل",
    failed: "فشل",
    canceled: "أُوقف التوليد",
    refused: "لم يُقبل. لم تُحتسب أي تكلفة.",
    unknown: "غير مؤكد. ربما احتُسبت التكلفة.",
    omitted: "كانت إحدى الصور أكبر من أن تُحفظ. أزل هذا العنصر وأضفه مرة أخرى.",
  },
  resume: "استئناف",
  stop: "إيقاف",
  retry: "إعادة المحاولة",
  edit: "تعديل الوصف",
  save: "حفظ",
  cancel: "إلغاء",
  remove: "إزالة من القائمة",
  clear: "إفراغ القائمة",
  forEntry: (action, prompt) => `${action}: ${isolate(prompt)}`,
};

import type { ClassNames } from "react-easel";

const input =
  "min-h-10 rounded-md bg-white px-3 py-2 text-sm text-slate-900 ring-1 ring-slate-500 ring-inset focus-visible:outline-2 focus-visible:outline-indigo-600 dark:bg-slate-900 dark:text-slate-100";
const box = `w-full ${input}`;
const quiet =
  "inline-flex min-h-9 items-center gap-1.5 rounded-md px-3 text-sm font-medium text-slate-700 ring-1 ring-slate-500 ring-inset hover:bg-slate-100 dark:text-slate-200 dark:hover:bg-slate-800";
const small = "text-xs text-slate-600 dark:text-slate-400";
const icon = "size-4 fill-none stroke-current";
const card =
  "rounded-lg bg-white p-5 shadow-sm ring-1 ring-slate-200 dark:bg-slate-900 dark:ring-slate-700";

const popup =
  "m-0 flex flex-col overflow-hidden rounded-md border-0 bg-white p-2 text-sm text-slate-900 shadow-lg ring-1 ring-slate-300 dark:bg-slate-800 dark:text-slate-100";

/** Class names for all parts, keyed by `data-easel`. A typo in a key doesn't compile. */
export const dress: ClassNames = {
  "prompt-form": `grid grid-cols-1 content-start gap-5 ${card}`,
  field: "grid gap-1.5",
  "field-head": "flex flex-wrap items-center gap-x-2",
  "field-label": "text-sm font-semibold text-slate-900 dark:text-slate-100",
  "field-range": small,
  "field-price": "ms-auto text-xs font-medium text-indigo-700 dark:text-indigo-300",
  "field-help": `grid gap-1 data-[state=closed]:hidden ${small}`,
  "field-help-toggle": "grid size-6 place-items-center",
  "prompt-clear": "grid size-6 place-items-center",
  "field-error": "text-sm text-red-700 dark:text-red-300",
  "field-warnings":
    "rounded-md bg-amber-50 p-2 text-xs text-amber-900 dark:bg-amber-950 dark:text-amber-100",
  "prompt-control": "grid gap-1",
  "prompt-foot": `flex items-start justify-between gap-2 ${small}`,
  "prompt-tokens": "ms-1 before:me-1 before:content-['·']",
  "prompt-status": "sr-only",
  "recipe-drop": "contents",
  "recipe-drop-status": "sr-only",
  "text-input": `${box} field-sizing-content`,
  "number-control": "grid grid-cols-[1fr_5rem] items-center gap-3",
  "number-input": `${box} text-end tabular-nums`,
  slider: "h-6 w-full accent-indigo-600",
  "seed-control": "grid gap-2",
  "seed-entry": "flex flex-wrap items-center gap-1",
  "seed-step":
    "size-8 rounded-md ring-1 ring-slate-500 ring-inset data-[direction=higher]:before:content-['+'] data-[direction=lower]:before:content-['−'] disabled:opacity-50",
  "seed-new": "size-8 rounded-md ring-1 ring-slate-500 ring-inset before:content-['⚄']",
  "seed-last": quiet,
  "recent-texts-trigger": quiet,
  "seed-random": "flex min-h-6 items-center gap-2 text-sm text-slate-700 dark:text-slate-300",
  switch:
    "flex h-6 w-11 appearance-none items-center rounded-full bg-slate-500 p-0.5 before:size-5 before:rounded-full before:bg-white before:content-[''] checked:justify-end checked:bg-indigo-600",
  select: box,
  combobox: "relative flex",
  "combobox-input": `${box} pe-10`,
  "combobox-toggle":
    "absolute end-1 top-1 size-8 rounded text-slate-700 before:content-['▾'] dark:text-slate-200",
  "style-control": "flex items-center gap-2",
  "style-inline": "flex items-start gap-2",
  "style-trigger": `${box} flex items-center gap-3 text-start`,
  "style-value": "grid",
  "style-value-group": small,
  "style-preview":
    "block aspect-4/3 w-14 flex-none overflow-hidden rounded bg-slate-200 dark:bg-slate-700",
  "style-favorite-toggle":
    "size-10 flex-none rounded-md text-lg before:content-['☆'] aria-pressed:before:content-['★'] focus-visible:outline-2 focus-visible:outline-indigo-600",
  "style-popup": `${popup} [--easel-popup-least:26rem]`,
  "style-list": "flex min-h-0 min-w-0 flex-1 flex-col gap-2",
  "style-search": "flex items-center gap-3",
  "style-search-input": box,
  "style-count": `flex-none ${small}`,
  "style-categories": "flex flex-wrap gap-1",
  "style-category":
    "min-h-6 cursor-pointer rounded-full px-2 py-0.5 text-xs ring-1 ring-slate-400 ring-inset has-checked:bg-indigo-600 has-checked:text-white has-focus-visible:outline-2 has-focus-visible:outline-indigo-600 [&>input]:sr-only",
  "style-grid": "max-h-72 min-h-0 overflow-auto",
  "style-group": "grid grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))] gap-2",
  "style-heading": `col-span-full pt-2 font-semibold ${small}`,
  "style-tile":
    "relative grid min-h-8 justify-items-center gap-1 rounded-md p-1 text-xs hover:bg-slate-100 aria-selected:bg-indigo-100 aria-selected:font-semibold focus-visible:outline-2 focus-visible:outline-indigo-600 dark:hover:bg-slate-800 dark:aria-selected:bg-indigo-950",
  "style-favorite": "absolute end-2 top-1 before:content-['★']",
  "style-none": `p-2 ${small}`,
  "style-unlisted": quiet,
  "combobox-popup": popup,
  "recent-texts": popup,
  "recent-text": "w-full rounded-md px-2 py-1 text-start text-sm hover:bg-indigo-50",
  "combobox-list": "min-h-0 overflow-auto",
  "combobox-heading": `px-2 pt-2 pb-1 font-semibold ${small}`,
  "combobox-option":
    "grid min-h-8 content-center rounded px-2 py-1 data-[active]:bg-indigo-100 aria-selected:font-semibold dark:data-[active]:bg-indigo-950",
  "option-help": small,
  "prompt-form-reasons":
    "empty:hidden rounded-md bg-red-50 p-3 text-sm text-red-900 dark:bg-red-950 dark:text-red-100",
  "prompt-form-reason": "min-h-6 underline underline-offset-2",
  "prompt-form-submit":
    "min-h-11 rounded-md bg-indigo-600 px-4 font-semibold text-white hover:bg-indigo-700 aria-disabled:opacity-60 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-indigo-600",
  "job-progress": "grid gap-2 text-sm text-slate-700 not-data-[active]:sr-only dark:text-slate-300",
  "job-progress-percent": "font-semibold tabular-nums",
  "job-progress-time": `flex gap-3 ${small}`,
  "job-progress-bar": "h-2 overflow-hidden rounded-full bg-slate-200 dark:bg-slate-700",
  "job-progress-fill":
    "h-full w-[calc(var(--easel-fraction,0.5)*100%)] rounded-full bg-indigo-600 motion-safe:transition-[width]",
  "job-error":
    "grid gap-3 rounded-md border-s-4 border-red-600 bg-red-50 p-4 text-sm text-red-950 dark:bg-red-950 dark:text-red-50",
  "job-error-title": "font-semibold",
  "job-error-actions": "flex gap-2",
  "job-error-retry": quiet,
  "job-error-check": quiet,
  "image-result": `grid grid-cols-1 content-start gap-4 ${card}`,
  "image-result-notice": "sr-only",
  "image-result-grid": "grid gap-3",
  "image-result-placeholder":
    "aspect-(--easel-ratio) rounded-md bg-slate-200 motion-safe:animate-pulse dark:bg-slate-800",
  "image-result-image": "w-full rounded-md",
  "image-result-loading": "text-sm text-slate-600 dark:text-slate-400",
  "image-result-actions": "mt-2 flex flex-wrap gap-2",
  "image-result-zoom": quiet,
  "image-result-download": quiet,
  "image-result-copy": quiet,
  "image-result-icon": icon,
  "image-result-empty":
    "grid place-items-center gap-2 py-16 text-sm text-slate-600 dark:text-slate-400",
  "image-result-drawing": "size-32 fill-none stroke-current stroke-2",
  "image-result-summary": "min-h-6 cursor-pointer text-sm font-medium",
  "image-result-row": "flex items-center justify-between gap-4 py-1 text-sm",
  "image-result-apply": quiet,
  "credits-badge":
    "w-fit rounded-full bg-white px-3 py-1 text-sm ring-1 ring-slate-300 data-[low]:bg-amber-50 data-[low]:text-amber-900 dark:bg-slate-900 dark:ring-slate-600",
  "credits-badge-news": "sr-only",
  "job-tray": card,
  "job-tray-news": "sr-only",
  "job-tray-list": "grid divide-y divide-slate-200 dark:divide-slate-700",
  "job-tray-item": "flex flex-wrap items-center gap-3 py-2",
  "job-tray-frame": "size-12 rounded bg-slate-200 dark:bg-slate-800",
  "job-tray-image": "size-12 rounded object-cover",
  "job-tray-text": "min-w-40 flex-1 text-sm",
  "job-tray-prompt": "truncate font-semibold",
  "job-tray-words": small,
  "job-tray-actions": "flex gap-2",
  "job-tray-action": quiet,
  "job-tray-forget": quiet,
  history: `grid gap-3 ${card}`,
  "history-tools": "flex flex-wrap gap-2",
  "history-search": `${input} min-w-60 flex-1`,
  "history-filter": "flex flex-wrap gap-2",
  "history-model": input,
  "history-favorites-only": `${quiet} aria-pressed:bg-indigo-600 aria-pressed:text-white`,
  "history-selection": "flex flex-wrap items-center justify-between gap-2 text-sm",
  "history-hidden": "sr-only",
  "history-actions": "flex flex-wrap items-center gap-2",
  "history-action": quiet,
  "history-compare": quiet,
  "history-delete": quiet,
  "history-more": "grid size-8 place-items-center rounded-md",
  "history-grid":
    "max-h-96 overflow-auto rounded-md ring-1 ring-slate-200 ring-inset dark:ring-slate-700",
  "history-rows": "relative",
  "history-day":
    "absolute inset-x-0 top-0 px-3 pt-4 pb-2 text-sm font-semibold text-slate-600 dark:text-slate-400",
  "history-item":
    "absolute inset-x-0 top-0 flex items-center gap-3 border-t border-slate-200 px-3 py-3 data-[selected]:bg-indigo-50 dark:border-slate-700 dark:data-[selected]:bg-indigo-950",
  "history-cell":
    "flex flex-none items-center has-[[data-easel=history-open]]:min-w-0 has-[[data-easel=history-open]]:flex-1",
  "history-select": "grid size-6 place-items-center",
  "history-open": "flex min-w-0 flex-1 items-center gap-3 text-start",
  "history-thumbnail": "flex-none",
  "history-image": "size-14 rounded object-cover",
  "history-frame": "block size-14 rounded bg-slate-200 dark:bg-slate-800",
  "history-text": "grid min-w-0",
  "history-prompt": "truncate text-sm font-semibold",
  "history-facts": `flex gap-2 ${small}`,
  "history-favorite":
    "grid size-8 place-items-center rounded-md text-indigo-700 aria-pressed:[&_svg]:fill-current dark:text-indigo-300",
  "history-again": `${quiet} ring-0`,
  "history-again-word": "sr-only",
  "history-icon": icon,
  "history-notice":
    "flex items-center justify-between gap-3 rounded-md bg-slate-100 p-2 text-sm data-[empty]:sr-only dark:bg-slate-800",
  "history-empty": `grid justify-items-center gap-2 py-8 ${small}`,
};

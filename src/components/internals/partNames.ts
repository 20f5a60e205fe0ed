/** Part names by family, without the family's prefix. Each family is also a part, except the families in `Rootless`. */
interface Families {
  readonly batch:
    | "checkbox"
    | "clear"
    | "foot"
    | "form"
    | "help"
    | "label"
    | "list"
    | "models"
    | "more"
    | "options"
    | "problem"
    | "progress"
    | "prompts"
    | "queue"
    | "resume"
    | "show"
    | "start"
    | "state"
    | "status"
    | "stop"
    | "takes"
    | "total";
  readonly "batch-entry":
    | "action"
    | "actions"
    | "cancel"
    | "error"
    | "frame"
    | "icon"
    | "image"
    | "input"
    | "prompt"
    | "remove"
    | "ring"
    | "save"
    | "show"
    | "status"
    | "thumbnail";
  readonly "batch-models": "title";
  readonly "batch-option": "text";
  readonly combobox: "empty" | "heading" | "input" | "list" | "option" | "popup" | "toggle";
  readonly compare:
    | "close"
    | "handle"
    | "image"
    | "images"
    | "label"
    | "line"
    | "missing"
    | "mode"
    | "side"
    | "slider"
    | "swap"
    | "tools";
  readonly "credits-badge": "news" | "words";
  readonly field:
    | "error"
    | "head"
    | "help"
    | "help-icon"
    | "help-toggle"
    | "label"
    | "note"
    | "price"
    | "range"
    | "text"
    | "warnings";
  readonly "field-fold": "content" | "preview" | "toggle";
  readonly "generate-image":
    | "actions"
    | "alt"
    | "control"
    | "empty"
    | "error"
    | "icon"
    | "image"
    | "info"
    | "preview"
    | "remove"
    | "status"
    | "text"
    | "trigger"
    | "upload";
  readonly "generate-image-dialog":
    | "alert"
    | "alt"
    | "back"
    | "choice"
    | "choices"
    | "close"
    | "content"
    | "field"
    | "foot"
    | "form"
    | "hint"
    | "label"
    | "media"
    | "next"
    | "note"
    | "preview"
    | "radio"
    | "result"
    | "stop"
    | "submit"
    | "title"
    | "use"
    | "warning";
  readonly history:
    | "action"
    | "actions"
    | "cell"
    | "compare"
    | "count"
    | "day"
    | "delete"
    | "download"
    | "facts"
    | "favorite"
    | "favorites-only"
    | "filter"
    | "frame"
    | "grid"
    | "hidden"
    | "icon"
    | "image"
    | "item"
    | "missing"
    | "model"
    | "month"
    | "more"
    | "new-seed"
    | "open"
    | "prompt"
    | "rows"
    | "search"
    | "select"
    | "selection"
    | "start"
    | "stop"
    | "text"
    | "thumbnail"
    | "tools"
    | "upscale";
  readonly "history-again": "word";
  readonly "history-check": "word";
  readonly "history-empty": "words";
  readonly "history-favorites-only": "word";
  readonly "history-notice": "words";
  readonly "history-stop": "word";
  readonly image:
    | "address"
    | "broken"
    | "browse"
    | "camera"
    | "cancel"
    | "control"
    | "dismiss"
    | "entry"
    | "facts"
    | "failure"
    | "file"
    | "fix"
    | "preview"
    | "progress"
    | "remove"
    | "retry"
    | "show"
    | "source"
    | "status"
    | "step";
  readonly "image-bar": "fill";
  readonly "image-crop":
    | "actions"
    | "apply"
    | "cancel"
    | "frame"
    | "hint"
    | "image"
    | "legend"
    | "nudge"
    | "nudge-icon"
    | "nudges"
    | "open"
    | "radio"
    | "said"
    | "shape"
    | "shapes"
    | "tools"
    | "zoom";
  readonly "image-drop": "here";
  readonly "image-result":
    | "action-word"
    | "action-words"
    | "actions"
    | "again"
    | "ai-label"
    | "apply"
    | "compare"
    | "copy"
    | "delete"
    | "details"
    | "empty"
    | "favorite"
    | "fewer"
    | "figure"
    | "file"
    | "grid"
    | "icon"
    | "image"
    | "link"
    | "load"
    | "loading"
    | "menu"
    | "missing"
    | "model"
    | "models"
    | "more"
    | "notice"
    | "open"
    | "placeholder"
    | "progress"
    | "reuse"
    | "row"
    | "rows"
    | "start"
    | "summary"
    | "text"
    | "upscale"
    | "use"
    | "vary"
    | "verbs"
    | "video"
    | "zoom";
  readonly "image-result-compare": "choices" | "with";
  readonly "image-result-download": "all";
  readonly "image-result-drawing": "canvas" | "hills" | "legs" | "sun";
  readonly "image-result-menu": "group" | "image" | "list" | "title";
  readonly "image-result-model": "dropped" | "title";
  readonly "job-error":
    | "actions"
    | "charged"
    | "check"
    | "copied"
    | "copy"
    | "cost"
    | "detail"
    | "field"
    | "fields"
    | "icon"
    | "message"
    | "outcome"
    | "remedy"
    | "request"
    | "retry"
    | "title";
  readonly "job-error-request": "content" | "toggle";
  readonly "job-progress": "bar" | "fill" | "percent" | "status" | "time" | "usual";
  readonly "job-tray":
    | "action"
    | "actions"
    | "forget"
    | "frame"
    | "icon"
    | "image"
    | "item"
    | "list"
    | "news"
    | "prompt"
    | "stop"
    | "text"
    | "thumbnail"
    | "words";
  readonly "model-switch": "control" | "help" | "select";
  readonly number: "control" | "input";
  readonly presets:
    | "action"
    | "apply"
    | "check"
    | "checkbox"
    | "empty"
    | "heading"
    | "icon"
    | "item"
    | "label"
    | "list"
    | "name"
    | "panel"
    | "popup"
    | "problem"
    | "status"
    | "trigger"
    | "undo";
  readonly "presets-notice": "text";
  readonly "presets-save": "actions" | "cancel" | "confirm" | "open";
  readonly prompt: "clear" | "clear-icon" | "control" | "count" | "foot" | "status" | "tokens";
  readonly "prompt-form": "example" | "fields" | "keys" | "limit" | "price" | "reason" | "submit";
  readonly "prompt-form-advanced": "content" | "toggle";
  readonly "prompt-form-example": "text";
  readonly "prompt-form-examples": "list" | "title";
  readonly "prompt-form-group": "title";
  readonly "prompt-form-reasons": "list" | "text" | "title";
  readonly "prompt-form-repeat": "actions" | "anyway" | "seed" | "text";
  readonly "recent-text": "words";
  readonly "recent-texts": "list" | "trigger";
  readonly recipe: "dismiss" | "fill" | "paste" | "undo";
  readonly "recipe-drop": "status";
  readonly "recipe-offer": "actions" | "title" | "words";
  readonly seed: "control" | "entry" | "last" | "new" | "random" | "step";
  readonly "seed-chip": "icon" | "text" | "unlock";
  readonly select: "frame";
  readonly size:
    | "choice"
    | "choices"
    | "control"
    | "exact"
    | "fact"
    | "pixels"
    | "radio"
    | "ratio"
    | "shape"
    | "unit";
  readonly "size-side": "label";
  readonly studio:
    | "batch"
    | "tools"
    | "bar"
    | "desk"
    | "heading"
    | "hide"
    | "key"
    | "keys"
    | "more"
    | "notice"
    | "pending"
    | "result"
    | "settings"
    | "shortcuts"
    | "stage"
    | "status"
    | "stop"
    | "summary"
    | "undo";
  readonly "studio-action": "icon" | "word";
  readonly "studio-dialog": "close" | "content" | "head" | "title";
  readonly "studio-foot": "actions";
  readonly "studio-reset": "icon";
  readonly "studio-result": "action" | "notice";
  readonly "studio-run": "frame" | "icon" | "image" | "ring";
  readonly "studio-runs": "list" | "news";
  readonly "studio-shortcut": "words";
  readonly style:
    | "categories"
    | "category"
    | "close"
    | "control"
    | "count"
    | "grid"
    | "group"
    | "heading"
    | "image"
    | "inline"
    | "list"
    | "name"
    | "none"
    | "note"
    | "popup"
    | "preview"
    | "tile"
    | "trigger"
    | "unlisted";
  readonly "style-favorite": "toggle";
  readonly "style-search": "input";
  readonly "style-value": "group";
  readonly zoom:
    | "bar"
    | "button"
    | "close"
    | "fit"
    | "frame"
    | "group"
    | "image"
    | "missing"
    | "position"
    | "prompt"
    | "status";
}

type Rootless = "compare" | "image" | "number" | "prompt" | "recipe" | "seed" | "size" | "style";

type Others = "option-help" | "slider" | "switch" | "text-input";

/** Name of a part, which is the value of its `data-easel` attribute. */
export type PartName =
  | Others
  | Exclude<keyof Families, Rootless>
  | { [Family in keyof Families]: `${Family}-${Families[Family]}` }[keyof Families];

/** Class names by part. Nested parts inherit them, and the nearest ones apply. Declare them outside your components. */
export type ClassNames = Readonly<Partial<Record<PartName, string>>>;

/** Kind of a part, which is the value of its `data-easel-kind` attribute. See `kinds.css`. */
export type PartKind =
  | "root"
  | "button"
  | "button-primary"
  | "button-bare"
  | "input"
  | "list"
  | "scroll"
  | "popup"
  | "stack"
  | "row"
  | "line"
  | "overlay"
  | "caption"
  | "figures"
  | "strong"
  | "clamped"
  | "thumbnail"
  | "thumbnail-frame"
  | "live"
  | "visually-hidden";

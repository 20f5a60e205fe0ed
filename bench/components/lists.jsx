import { useRef, useState } from "react";
import { EaselProvider, PromptForm, SchedulerSelect, StylePicker } from "react-easel";
import { describeFields, sdxlImg2img, sdxlTorch } from "react-easel/models";
import "react-easel/styles.css";

const client = { submit: () => {}, getStatus: () => {}, getResult: () => {} };
const styles = describeFields(sdxlTorch).find(({ kind }) => kind === "style").options;

/** The least that a list of one's own can be: plain text in the browser's own popover, no search, no keys. */
function Plain() {
  const popup = useRef(null);
  const [open, setOpen] = useState(false);
  const show = () => setOpen((was) => !was);
  return (
    <div>
      <button type="button" data-plain="" onClick={show} onKeyDown={() => setOpen(false)}>
        Style
      </button>
      {open && (
        <div
          role="listbox"
          popover="manual"
          ref={(element) => {
            popup.current = element;
            element?.showPopover();
          }}
          style={{ maxHeight: 400, overflow: "auto" }}
        >
          {styles.map(({ value, label }) => (
            <div key={value} role="option" aria-selected={value === "base"}>
              {label}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/** The long lists, closed. */
export const Form = () => (
  <EaselProvider client={client}>
    <Plain />
    <PromptForm.Root model={sdxlTorch} onGenerate={() => {}}>
      <StylePicker />
    </PromptForm.Root>
    <PromptForm.Root model={sdxlImg2img} onGenerate={() => {}}>
      <SchedulerSelect />
    </PromptForm.Root>
  </EaselProvider>
);

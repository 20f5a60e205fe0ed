import { useRef, useState } from "react";
import { EaselProvider, PromptForm, SchedulerSelect, StylePicker } from "react-easel";
import { describeFields, sdxlImg2img, sdxlTorch } from "react-easel/models";
import "react-easel/styles.css";

const client = { submit: () => {}, getStatus: () => {}, getResult: () => {} };
const styles = describeFields(sdxlTorch).find(({ kind }) => kind === "style").options;

/** Minimal list: plain text in the native popover, without search or keyboard support. */
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

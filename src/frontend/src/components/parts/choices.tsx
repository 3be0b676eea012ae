/** A button that opens a list of choices: by touch and keyboard, with no dragging. */

import { useRef, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";

export interface Choice {
  readonly id: string;
  readonly label: ComponentChildren;
}

interface Props {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (id: string) => void;
}

export function Choices({ label, choices, onChoose }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div
      class="choices"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        event.stopPropagation();
        close();
      }}
    >
      <button ref={button} aria-expanded={open} onClick={() => setOpen(!open)}>
        {label}
      </button>
      {open && (
        <ul>
          {choices.map(({ id, label: text }) => (
            <li key={id}>
              <button
                onClick={() => {
                  close();
                  onChoose(id);
                }}
              >
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

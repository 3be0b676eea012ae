/** A button that takes something away, and asks once before it does. */

import { useState } from "preact/hooks";
import { Ask } from "./ask";
import { short } from "./text";

interface Props {
  /** What goes, in its own words. */
  readonly text: string;
  readonly question: string;
  /** What the button does, and the yes to the question. */
  readonly word: string;
  /** The button's name for those who do not see what it stands beside. */
  readonly label: string;
  /** Show the whole name on the button: where several stand together. */
  readonly named?: boolean;
  readonly onRemove: () => void;
}

export function Removal({ text, question, word, label, named = false, onRemove }: Props) {
  const [asking, setAsking] = useState(false);
  const remove = () => {
    setAsking(false);
    onRemove();
  };
  if (asking)
    return (
      <div data-act="remove">
        <Ask
          question={question}
          detail={`“${short(text)}”`}
          yes={word}
          onYes={remove}
          onNo={() => setAsking(false)}
        />
      </div>
    );
  return (
    <button
      type="button"
      class="quiet alert"
      data-act="remove"
      aria-label={label}
      onClick={() => setAsking(true)}
    >
      {named ? label : word}
    </button>
  );
}

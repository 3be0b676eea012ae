/** Things to answer one at a time: where one is, what is done, the way there and back. */

import { useLayoutEffect, useRef } from "preact/hooks";

interface ProgressProps {
  /** As "Goal 2 of 5". */
  readonly said: string;
  readonly at: number;
  /** Of each thing, whether it is answered. */
  readonly done: readonly boolean[];
}

export function Progress({ said, at, done }: ProgressProps) {
  return (
    <div class="progress">
      <p class="note">{said}</p>
      <div class="steps" aria-hidden="true">
        {done.map((is, place) => (
          <i key={place} class={place === at ? "now" : is ? "done" : ""} />
        ))}
      </div>
    </div>
  );
}

interface StepsProps {
  readonly at: number;
  readonly last: number;
  readonly back: string;
  readonly next: string;
  readonly onGo: (step: number) => void;
}

/** Both stay where they are: a button that goes would take the focus along. */
export function Steps({ at, last, back, next, onGo }: StepsProps) {
  return (
    <div class="row there-and-back">
      <button data-act="back" aria-disabled={at === 0} onClick={() => at > 0 && onGo(-1)}>
        {back}
      </button>
      <button
        class={at < last ? "primary" : ""}
        data-act="next"
        aria-disabled={at === last}
        onClick={() => at < last && onGo(1)}
      >
        {next}
      </button>
    </div>
  );
}

/** The next thing is read from its heading; on arrival the focus stays where it is. */
export function useHeadingFocus(id: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(id);
  useLayoutEffect(() => {
    if (before.current === id) return;
    before.current = id;
    heading.current?.focus();
  }, [id]);
  return heading;
}

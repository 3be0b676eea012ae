/** How a pasted table would be taken, and which lines cannot be, with the reasons. */

import type { Row } from "./paste";
import { useReadingText } from "./reading-text";
import type { Side } from "./reading-side";
import { useExperimentsHost } from "./use-experiments";
import type { Experiment } from "./view";

/** So many of each kind are shown: enough to see that days and numbers were understood. */
const SOME = { taken: 3, refused: 10 };

interface Props {
  readonly rows: readonly Row[];
  readonly experiment: Experiment;
  readonly side: Side;
}

export function PastePreview({ rows, experiment, side }: Props) {
  const { words } = useExperimentsHost();
  const taken = rows.filter(({ reading }) => reading);
  const refused = rows.filter(({ problem }) => problem);
  return (
    <div class="preview" role="status">
      {rows.length > 0 && <p>{words("experiments.paste.preview", { n: taken.length })}</p>}
      <Taken rows={taken} experiment={experiment} side={side} />
      {refused.length > 0 && <p>{words("experiments.paste.refused", { n: refused.length })}</p>}
      <ul>
        {refused.slice(0, SOME.refused).map(({ line, text, problem }) => (
          <li key={line}>
            {words("experiments.paste.line", { line, text: text.slice(0, 40) })}{" "}
            {words(`experiments.paste.problem.${problem}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Taken({ rows, experiment, side }: Props) {
  const { words } = useExperimentsHost();
  const text = useReadingText(experiment);
  if (!rows.length) return null;
  const left = rows.length - SOME.taken;
  return (
    <ul class="plain-list">
      {rows.slice(0, SOME.taken).map(({ line, reading }) => (
        <li key={line}>{reading && text({ ...reading, guardrail: side.guardrail })}</li>
      ))}
      {left > 0 && <li class="note">{words("experiments.more.wall", { n: left })}</li>}
    </ul>
  );
}

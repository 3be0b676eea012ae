/** The sign of a column's kind. Colour alone tells nothing, so the sign stands beside it. */

const SIGNS: Readonly<Record<string, string>> = { keep: "+", change: "△", wonder: "?" };

export function Sign({ kind }: { kind: string }) {
  return (
    <span class={`sign ${kind}`} aria-hidden="true">
      {SIGNS[kind] ?? "•"}
    </span>
  );
}

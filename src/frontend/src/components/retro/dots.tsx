/** Dots to look at; the words beside them say the same. Past ten, a number is easier. */

export function Dots({ on, all = on }: { on: number; all?: number }) {
  if (all > 10) return null;
  return (
    <span class="dots" aria-hidden="true">
      {Array.from({ length: all }, (_, at) => (
        <i key={at} class={at < on ? "on" : ""} />
      ))}
    </span>
  );
}

/**
 * The map in SVG. Boxes are buttons with one tab stop between them; arrow keys go from box to box.
 * What has not changed is not drawn again: patches may come twenty times a second.
 */

import { useMemo, useRef, useState } from "preact/hooks";
import { listed } from "../../view";
import type { Layout } from "./layout";
import { MapBox } from "./map-box";
import { MapHead } from "./map-head";
import { MapLinks } from "./map-links";
import { neighbourOf } from "./neighbour";
import { useGoalsHost } from "./use-goals";
import type { GoalsView } from "./view";

/** Links, from which on each is drawn lighter. */
const MANY = 120;

interface Props {
  readonly view: GoalsView;
  readonly drawn: Layout;
  readonly scale: number;
  readonly chosen: string | undefined;
  readonly onChoose: ((id: string) => void) | undefined;
}

export function MapDrawing({ view, drawn, scale, chosen, onChoose }: Props) {
  const { words } = useGoalsHost();
  const svg = useRef<SVGSVGElement>(null);
  const [stop, setStop] = useState<string>();
  const { width, height, heads, places } = drawn;
  const first = stop !== undefined && places.has(stop) ? stop : view.items.order[0];
  const dense = drawn.paths.size > MANY ? "dense" : "";
  const near = useMemo(() => nearOf(view, chosen), [view.links, chosen]);
  const links = useMemo(
    () => <MapLinks paths={drawn.paths} links={view.links} chosen={chosen} />,
    [drawn, chosen],
  );
  const walk = (event: KeyboardEvent) => {
    const from = (event.target as Element).getAttribute("data-box");
    const next = from && neighbourOf(places, from, event.key);
    if (!next) return;
    event.preventDefault();
    svg.current?.querySelector<SVGElement>(`[data-box="${CSS.escape(next)}"]`)?.focus();
  };
  return (
    <svg
      ref={svg}
      class={`map ${dense} ${chosen === undefined ? "" : "has-chosen"}`}
      role="group"
      aria-label={words("goals.map")}
      width={width * scale}
      height={height * scale}
      viewBox={`0 0 ${width} ${height}`}
      onKeyDown={walk}
    >
      {heads.map((head) => (
        <MapHead key={head.level} {...head} />
      ))}
      {links}
      {listed(view.items).map(([id, item]) => (
        <MapBox
          key={id}
          id={id}
          item={item}
          place={places.get(id)!}
          chosen={id === chosen}
          near={near.has(id)}
          isStop={id === first}
          onChoose={onChoose}
          onFocus={setStop}
        />
      ))}
    </svg>
  );
}

/** The chosen item and all that is linked to it. */
function nearOf({ links }: GoalsView, chosen: string | undefined): ReadonlySet<string> {
  if (chosen === undefined) return new Set();
  const ends = listed(links).map(([, { child, parent }]) => [child, parent]);
  return new Set([chosen, ...ends.filter((pair) => pair.includes(chosen)).flat()]);
}

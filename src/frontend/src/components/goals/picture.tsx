/** The map as a picture with what can be done to the item chosen in it. */

import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Entry, GoalMap } from "./graph";
import { ItemText } from "./item-text";
import { ItemTools } from "./item-tools";
import { layout } from "./layout";
import { MapDrawing } from "./map-drawing";
import { shapeKey, shapeOf } from "./shape";
import { useGoalsHost } from "./use-goals";
import { useZoom } from "./use-zoom";
import { ZoomButtons } from "./zoom-buttons";

interface Props {
  readonly map: GoalMap;
  readonly onAct?: ((entry: Entry) => void) | undefined;
}

export function Picture({ map, onAct }: Props) {
  return map.view.items.order.length ? <Drawn map={map} onAct={onAct} /> : null;
}

function Drawn({ map, onAct }: Props) {
  const { role, words } = useGoalsHost();
  const { view } = map;
  const key = useMemo(() => shapeKey(view), [view.items, view.links]);
  const drawn = useMemo(() => layout(shapeOf(view)), [key]);
  const region = useRef<HTMLDivElement>(null);
  const zoom = useZoom(region, drawn, role === "observer");
  const [chosen, setChosen] = useState<string>();
  const item = chosen === undefined ? undefined : view.items.items[chosen];
  const shown = item ? chosen : view.focus;
  const drawing = useMemo(
    () => (
      <MapDrawing
        view={view}
        drawn={drawn}
        scale={zoom.scale}
        chosen={shown}
        onChoose={role === "observer" ? undefined : setChosen}
      />
    ),
    [view.items, view.links, drawn, zoom.scale, shown, role],
  );
  return (
    <section class="map-part">
      <div class="row map-head">
        <h3>{words("goals.map")}</h3>
        {role !== "observer" && <ZoomButtons zoom={zoom} />}
      </div>
      <div
        class="map-view"
        ref={region}
        tabIndex={0}
        role="region"
        aria-label={words("goals.map.label")}
      >
        {drawing}
      </div>
      {item && (
        <Chosen
          entry={[chosen!, item]}
          map={map}
          onAct={onAct}
          onClose={() => setChosen(undefined)}
        />
      )}
    </section>
  );
}

/** Comes into view with the focus, so that keys and screen readers go on from there. */
function Chosen({ entry, map, onAct, onClose }: Props & { entry: Entry; onClose: () => void }) {
  const { words } = useGoalsHost();
  const [id, item] = entry;
  const place = useRef<HTMLElement>(null);
  useLayoutEffect(() => place.current?.focus(), [id]);
  const close = () => {
    const box = document.querySelector<SVGElement>(`[data-box="${CSS.escape(id)}"]`);
    onClose();
    box?.focus();
  };
  return (
    <section
      class={`panel chosen-item ${item.level}`}
      ref={place}
      tabIndex={-1}
      data-thing={`chosen-${id}`}
      aria-label={words("goals.chosen")}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <ItemText item={item} named />
      <ItemTools key={id} entry={entry} map={map} onAct={onAct} />
      <button class="quiet small" onClick={close}>
        {words("goals.close")}
      </button>
    </section>
  );
}

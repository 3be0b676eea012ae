/** One box of the map. Its text is cut to fit and only drawn over it: its name says it in full. */

import { useMemo } from "preact/hooks";
import { BOX, type Place } from "./layout";
import { linesOf } from "./lines";
import { useGoalsHost } from "./use-goals";
import type { MapItem } from "./view";

const SIZE = 14;
const LINE = 18;
const PAD = 12;

interface Props {
  readonly id: string;
  readonly item: MapItem;
  readonly place: Place;
  readonly chosen: boolean;
  readonly near: boolean;
  /** The one box that the Tab key stops at. */
  readonly isStop: boolean;
  readonly onChoose: ((id: string) => void) | undefined;
  readonly onFocus: (id: string) => void;
}

export function MapBox(props: Props) {
  const { id, item, place, chosen, near, isStop, onChoose, onFocus } = props;
  const { words } = useGoalsHost();
  const name = `${words(`goals.level.${item.level}`)}: ${item.text}`;
  const state = `${chosen ? "chosen" : ""} ${near ? "near" : ""}`;
  const choose = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onChoose?.(id);
  };
  return useMemo(
    () => (
      <g
        class={`map-box ${item.level} ${state}`}
        transform={`translate(${place.x} ${place.y})`}
        data-thing={`box-${id}`}
      >
        <g
          data-act="box"
          data-box={id}
          aria-label={name}
          {...(onChoose
            ? {
                role: "button",
                tabindex: isStop ? 0 : -1,
                "aria-pressed": chosen,
                onClick: () => onChoose(id),
                onKeyDown: choose,
                onFocus: () => onFocus(id),
              }
            : { role: "img" })}
        >
          <title>{item.text}</title>
          <rect
            class="ring"
            x={-5}
            y={-5}
            width={BOX.width + 10}
            height={BOX.height + 10}
            rx={13}
          />
          <rect class="frame" width={BOX.width} height={BOX.height} rx={10} />
          <rect class="edge" x={0} y={10} width={5} height={BOX.height - 20} />
        </g>
        <BoxText item={item} />
      </g>
    ),
    [item, place.x, place.y, state, isStop, onChoose, name],
  );
}

function BoxText({ item }: { item: MapItem }) {
  const lines = linesOf(item.text, (BOX.width - 2 * PAD - 4) / SIZE, 3);
  const first = (BOX.height - lines.length * LINE) / 2 + SIZE - 1;
  return (
    <text font-size={SIZE} aria-hidden="true">
      {lines.map((line, at) => (
        <tspan key={at} x={PAD + 4} y={first + at * LINE}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

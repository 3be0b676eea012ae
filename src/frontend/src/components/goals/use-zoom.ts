/** How large the map is drawn: to fit its region until somebody chooses otherwise. */

import { useLayoutEffect, useState } from "preact/hooks";
import type { RefObject } from "preact";
import type { Layout } from "./layout";

const STEP = 1.25;
const LARGEST = 2.5;
const SMALLEST = 0.1;
/** At first, text can be read where fingers would have to reach it. */
const READABLE = 0.62;

export interface Zoom {
  readonly scale: number;
  readonly fit: () => void;
  readonly in: () => void;
  readonly out: () => void;
}

/** `whole`: always all of it, as on a projector. */
export function useZoom(
  region: RefObject<HTMLElement>,
  { width, height }: Layout,
  whole: boolean,
): Zoom {
  const [wanted, setWanted] = useState<number | "fit">();
  const room = useRoom(region);
  const all = room ? Math.min(room.width / width, room.height / height, 1.25) : 1;
  const first = whole ? all : Math.max(all, READABLE);
  const scale = wanted === undefined ? first : wanted === "fit" ? all : wanted;
  const to = (next: number) => setWanted(Math.min(LARGEST, Math.max(SMALLEST, next)));
  return {
    scale,
    fit: () => setWanted("fit"),
    in: () => to(scale * STEP),
    out: () => to(scale / STEP),
  };
}

/** The room for the map: as wide as its region, as high as most of the window. */
function useRoom(region: RefObject<HTMLElement>) {
  const [room, setRoom] = useState<{ readonly width: number; readonly height: number }>();
  useLayoutEffect(() => {
    const el = region.current;
    if (!el) return;
    const measure = () => {
      const width = el.clientWidth;
      const height = Math.max(280, window.innerHeight * 0.7) - 4;
      setRoom((was) => (was?.width === width && was.height === height ? was : { width, height }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(el);
    window.addEventListener("resize", measure);
    measure();
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", measure);
    };
  }, []);
  return room && room.width > 0 ? room : undefined;
}

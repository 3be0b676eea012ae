/** The lines of the map; those of the chosen item stand out, by weight as well as colour. */

import type { Listing } from "../../view";
import type { Link } from "./view";

interface Props {
  readonly paths: ReadonlyMap<string, string>;
  readonly links: Listing<Link>;
  readonly chosen: string | undefined;
}

export function MapLinks({ paths, links, chosen }: Props) {
  const isNear = (id: string) => {
    const link = links.items[id];
    return chosen !== undefined && (link?.child === chosen || link?.parent === chosen);
  };
  const all = [...paths].sort(([one], [other]) => Number(isNear(one)) - Number(isNear(other)));
  return (
    <g class="map-links" aria-hidden="true">
      {all.map(([id, path]) => (
        <path key={id} class={isNear(id) ? "near" : ""} d={path} />
      ))}
    </g>
  );
}

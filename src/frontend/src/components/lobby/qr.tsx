/** A QR code as one SVG path, made here: no other computer learns the link. */

import { encode } from "uqr";
import { useMemo } from "preact/hooks";

interface Props {
  readonly link: string;
  readonly label: string;
}

const QUIET = 4;

export function Qr({ link, label }: Props) {
  const { size, path } = useMemo(() => drawing(link), [link]);
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** Always black on white, in dark mode too: some phones read nothing else. */
export function drawing(link: string): { size: number; path: string } {
  const { data, size } = encode(link, { ecc: "M", border: QUIET });
  const runs = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: runs.join("") };
}

/** Where a card comes from, as far as anyone may know: its author's name, or the room. */

import { useRetroHost } from "./use-board";

interface Props {
  readonly card: { readonly author?: string; readonly from_room?: boolean };
}

export function Origin({ card }: Props) {
  const { words } = useRetroHost();
  if (card.from_room) return <span class="pill">{words("retro.room")}</span>;
  return card.author === undefined ? null : <span class="note author">{card.author}</span>;
}

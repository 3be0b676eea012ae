/** What the server tells a page: where it is, for which code, and who draws what. */

import type { Load } from "../component";
import { componentLoader } from "../component";
import { loadWordsOf } from "./catalogues";
import { takeFragment, watchFragment } from "./fragment";

export interface Page {
  /** Ends in a slash; every address of ours begins with it. */
  readonly base: string;
  readonly code: string;
  readonly name: string;
  /** A secret or a ticket that the link brought along. */
  readonly brought: string | undefined;
  readonly root: HTMLElement;
  readonly load: Load;
}

/** Reads `data-base`, `data-code`, `data-page` and `data-components` of #wk, or of the body; the address gives the rest. */
export function readPage(): Page {
  const root = document.getElementById("wk") ?? document.body;
  const data = { ...document.body.dataset, ...root.dataset };
  root.classList.add("wk", data["page"] ?? "join");
  watchFragment();
  return {
    root,
    base: data["base"] ?? "/",
    code: data["code"] ?? "",
    name: data["page"] ?? "join",
    brought: takeFragment(),
    load: withWords(
      componentLoader(JSON.parse(data["components"] ?? "{}") as Record<string, string>),
    ),
  };
}

/** A component is there once its words are. */
function withWords(load: Load): Load {
  return async (name) => (await Promise.all([load(name), loadWordsOf(name)]))[0];
}

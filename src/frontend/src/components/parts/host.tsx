/** How a component's parts reach the page they stand on: the host, what it says live, and its words. */

import { createContext, render, type ComponentChildren } from "preact";
import { useContext, useLayoutEffect, useState } from "preact/hooks";
import type { ActivityMe, ActivityView, Host, Live } from "../../host";
import { keepFocus } from "./focus";
import { Performer } from "./perform";

const HostContext = createContext<Host | undefined>(undefined);

/** The host of the component that this part belongs to. */
export function useHost<
  V extends ActivityView = ActivityView,
  M extends ActivityMe = ActivityMe,
>() {
  const host = useContext(HostContext);
  if (!host) throw new Error("A part was drawn outside its component");
  return host as unknown as Host<V, M>;
}

/** The value now, and a new drawing whenever it changes. */
export function useLive<T>(live: Live<T>): T {
  const [value, setValue] = useState<T>(() => live.value);
  useLayoutEffect(() => live.subscribe((next) => setValue(() => next)), [live]);
  return value;
}

/** Draws `children` into `el` for `host`; the clean-up leaves `el` empty. */
export function show(el: HTMLElement, host: unknown, children: ComponentChildren): () => void {
  const forgetFocus = keepFocus(el);
  render(
    <HostContext.Provider value={host as Host}>
      <Performer>{children}</Performer>
    </HostContext.Provider>,
    el,
  );
  return () => {
    forgetFocus();
    render(null, el);
  };
}

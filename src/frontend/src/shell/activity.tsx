/** The place where a component draws: mounts the one for a kind, and cleans up after it. */

import { useEffect, useRef, useState, type MutableRef } from "preact/hooks";
import type { Component, Mount } from "../host";
import type { Load } from "../component";
import { makeHost, type Surroundings } from "../make-host";
import { useLive } from "./use-live";

interface Props {
  /** The activity's id; "" for a component that is about the whole room. */
  readonly id: string;
  readonly kind: string;
  readonly load: Load;
  readonly around: Surroundings;
}

export function Activity({ id, kind, load, around }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const hadFocus = useRef(false);
  const over = useLive(around.connection.view)?.workshop.state === "finished";
  useEffect(() => {
    setFailed(false);
    const put = (component: Component): (() => void) =>
      mountInto(place.current!, component, () => makeHost(id, around, over), hadFocus);
    return whenLoaded(load(kind), put, () => setFailed(true));
  }, [id, kind, around, over]);
  return (
    <>
      {failed && <Missing say={around.say} />}
      <div class="activity" ref={place} />
    </>
  );
}

/** A part that did not come is not asked for again by browsers until the page is loaded anew. */
function Missing({ say }: { readonly say: Surroundings["say"] }) {
  return (
    <div class="panel" role="alert">
      <p>{say("activity.missing")}</p>
      <button class="primary" onClick={() => location.reload()}>
        {say("page.reload")}
      </button>
    </div>
  );
}

function whenLoaded(
  loading: Promise<Component>,
  put: (component: Component) => () => void,
  failed: () => void,
): () => void {
  let over = false;
  let cleanUp: (() => void) | undefined;
  loading.then(
    (component) => void (cleanUp = over ? undefined : put(component)),
    () => void (over || failed()),
  );
  return () => {
    over = true;
    cleanUp?.();
  };
}

/** Who had the focus in the component before is put at the start of this one, and nobody else. */
function mountInto(
  el: HTMLElement,
  component: Component,
  host: () => ReturnType<typeof makeHost>,
  hadFocus: MutableRef<boolean>,
): () => void {
  const cleanUp = (component.mount as unknown as Mount)(el, host());
  if (hadFocus.current) el.querySelector<HTMLElement>("[data-home]")?.focus();
  return () => {
    hadFocus.current = el.contains((el.getRootNode() as Document | ShadowRoot).activeElement);
    cleanUp();
  };
}

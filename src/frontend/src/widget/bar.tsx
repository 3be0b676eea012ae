/**
 * The facilitator's bar: in the page's slot, which stays in view, drawn there by the first widget
 * of the workshop; where there is no slot, on top of every widget.
 */

import { render } from "preact";
import { useEffect } from "preact/hooks";
import type { Load } from "../component";
import type { Surroundings } from "../make-host";
import { Activity } from "../shell/activity";
import { Banner } from "../shell/banner";
import { LanguageSwitch } from "../shell/language";
import { Stray } from "../shell/stray";
import { useLive } from "../shell/use-live";
import type { Link, Seat } from "./link";

const SLOT = "workshopkit-bar";

interface Props {
  readonly link: Link;
  readonly seat: Seat;
  readonly around: Surroundings;
  readonly load: Load;
}

export function Bar(props: Props) {
  const { link, seat, around } = props;
  const slot = slotFor(link.workshop);
  const mine = useLive(link.first) === seat;
  useEffect(() => {
    if (slot && mine) return drawIn(slot, props);
  }, [slot, mine, around]);
  return slot ? null : <Content {...props} />;
}

function Content({ link, around, load }: Props) {
  const lang = useLive(link.lang);
  const state = useLive(link.connection.state);
  return (
    <>
      <div class="bar-place">
        <Activity id="" kind="bar" load={load} around={around} />
        <LanguageSwitch lang={lang} onChoose={(next) => link.choose(next)} />
      </div>
      <Banner state={state} say={around.say} />
      <Stopped link={link} say={around.say} />
      <Stray connection={link.connection} say={around.say} />
    </>
  );
}

/** The kernel has gone: the boards go on, and say what does not. */
function Stopped({ link, say }: { readonly link: Link; readonly say: Surroundings["say"] }) {
  const silent = useLive(link.silent);
  return (
    <div class="banner-place" role="status">
      {silent && (
        <p class="banner">
          {say("widget.stopped")}{" "}
          <button onClick={() => location.reload()}>{say("page.reload")}</button>
        </p>
      )}
    </div>
  );
}

/** The slot, unless another workshop of this page has it. */
function slotFor(workshop: string): HTMLElement | undefined {
  const slot = document.getElementById(SLOT);
  const holder = slot?.dataset["workshop"];
  return slot && (!holder || holder === workshop) ? slot : undefined;
}

function drawIn(slot: HTMLElement, props: Props): () => void {
  const root = document.createElement("div");
  root.className = "wk wk-slot";
  root.lang = props.around.lang;
  slot.dataset["workshop"] = props.link.workshop;
  slot.append(root);
  render(<Content {...props} />, root);
  return () => {
    render(null, root);
    root.remove();
    if (!slot.hasChildNodes()) delete slot.dataset["workshop"];
  };
}

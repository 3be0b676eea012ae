/** One widget: the bar where it belongs, and the part of the workshop that Python named. */

import { useEffect, useMemo, useState } from "preact/hooks";
import { componentLoader } from "../component";
import { Refused } from "../host";
import { explain, type Surroundings } from "../make-host";
import { Activity } from "../shell/activity";
import { makeSpeech } from "../shell/speech";
import { useLive } from "../shell/use-live";
import { Bar } from "./bar";
import { kernelOf } from "./kernel";
import type { Link, Seat } from "./link";
import { lease } from "./links";
import type { Model } from "./model";
import { useTrait } from "./use-trait";
import { wordsIn } from "./words";
import { chooseLanguage } from "../words";

const SILENT_MS = 15_000;
const load = componentLoader();

export function Widget({ model }: { readonly model: Model }) {
  const held = useLease(model);
  return held ? <Linked {...held} /> : <Awaiting />;
}

interface Held {
  readonly link: Link;
  readonly seat: Seat;
}

function useLease(model: Model): Held | undefined {
  const [held, setHeld] = useState<Held>();
  useEffect(() => {
    const { seat, link, release } = lease(model);
    let here = true;
    void link.then((found) => here && setHeld({ link: found, seat }));
    return () => {
      here = false;
      release();
    };
  }, [model]);
  return held;
}

/** Until the kernel has answered: it does once it is not busy with other cells. */
function Awaiting() {
  const say = useMemo(() => wordsIn(chooseLanguage(null, navigator.languages)), []);
  const [silent, setSilent] = useState(false);
  useEffect(() => {
    const waiting = setTimeout(() => setSilent(true), SILENT_MS);
    return () => clearTimeout(waiting);
  }, []);
  return <p role="status">{say(silent ? "widget.silent" : "widget.connecting")}</p>;
}

function Linked({ link, seat }: Held) {
  const { connection, store } = link;
  const lang = useLive(link.lang);
  const state = useLive(connection.state);
  const view = useLive(connection.view);
  const speech = useMemo(makeSpeech, []);
  const say = useMemo(() => wordsIn(lang), [lang]);
  const kernel = useMemo(() => kernelOf(seat.model), [seat]);
  const around = useMemo(
    () => ({ connection, store, say, lang, announce: speech.announce, base: link.base, kernel }),
    [connection, say, kernel],
  );
  return (
    <div lang={lang}>
      {state.name === "refused" && <Turned {...around} {...state.refusal} />}
      {!view && state.name !== "refused" && <p role="status">{say("widget.connecting")}</p>}
      {view && <Bar link={link} seat={seat} around={around} load={load} />}
      {view && <Part model={seat.model} around={around} />}
      <speech.Region />
    </div>
  );
}

type Turning = Surroundings & { readonly code: string; readonly message: string; remedy: string };

function Turned({ code, message, remedy, say }: Turning) {
  return (
    <p class="banner" role="alert">
      {explain(new Refused(code, message, remedy), say)}
    </p>
  );
}

/** The lobby, or an activity once the workshop has it. */
function Part({ model, around }: { readonly model: Model; readonly around: Surroundings }) {
  const kind = useTrait(model, "_component");
  const id = useTrait(model, "_activity");
  const view = useLive(around.connection.view);
  if (id && !view?.activities[id]) return <p role="status">{around.say("widget.gone")}</p>;
  return <Activity id={id} kind={kind} load={load} around={around} />;
}

/** Ends the workshop for everyone: asked once, as nobody can write afterwards. */

import { useState } from "preact/hooks";
import { Ask } from "../parts/ask";
import { useHost } from "../parts/host";
import { usePerform } from "../parts/perform";

export function Finish() {
  const { words } = useHost();
  const perform = usePerform();
  const [asking, setAsking] = useState(false);
  const finish = () => {
    setAsking(false);
    void perform("lobby", { kind: "workshop.finish" });
  };
  if (asking)
    return (
      <Ask
        question={words("lobby.finish.ask")}
        detail={words("lobby.finish.detail")}
        yes={words("lobby.finish.yes")}
        onYes={finish}
        onNo={() => setAsking(false)}
      />
    );
  return (
    <button class="quiet" onClick={() => setAsking(true)}>
      {words("lobby.finish")}
    </button>
  );
}

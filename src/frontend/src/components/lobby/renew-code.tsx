/** Another join code, once the present one is where it should not be: asked once. */

import { useState } from "preact/hooks";
import { Ask } from "../parts/ask";
import { useHost } from "../parts/host";
import { usePerform } from "../parts/perform";

export function RenewCode() {
  const { words, announce } = useHost();
  const perform = usePerform();
  const [asking, setAsking] = useState(false);
  const renew = async () => {
    setAsking(false);
    if (await perform("lobby", { kind: "workshop.renew_code" })) announce(words("lobby.renewed"));
  };
  if (asking)
    return (
      <Ask
        question={words("lobby.renew.ask")}
        detail={words("lobby.renew.detail")}
        yes={words("lobby.renew.yes")}
        onYes={() => void renew()}
        onNo={() => setAsking(false)}
      />
    );
  return (
    <button class="quiet" onClick={() => setAsking(true)}>
      {words("lobby.renew")}
    </button>
  );
}

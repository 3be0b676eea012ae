/* Waits for every widget of the page, however slow the computer is.

   ipywidgets looks for a widget for two seconds. If the widgets came meanwhile, it says "model not
   found" without a last look: on a busy computer, whose clock is late, it gives up just when they
   are there. Told that they are not there yet, it keeps what it could not show until the next word
   of them, and that word is given here. Where it all takes too long, the page says so. */
(function () {
  const LOOK = 500;
  const PATIENCE = 60; // looks, so half a minute
  const VIEW = "application/vnd.jupyter.widget-view+json";
  const TO_COME = 'script[type="application/vnd.voila.cell-output+json"]';
  const UNSHOWN = /^(Loading widget|Error displaying widget)/;
  const notice = document.getElementById("workshopkit-partial");
  const ids = Array.from(document.querySelectorAll(TO_COME), modelOf).filter(Boolean);
  let manager = null;
  let looks = 0;
  let asking = false;
  let app;

  function modelOf(script) {
    const data = JSON.parse(script.textContent).data || {};
    return data[VIEW] && data[VIEW].model_id;
  }

  function isUnshown(output) {
    return output.childElementCount === 0 && UNSHOWN.test(output.textContent);
  }

  function isWhole() {
    const outputs = Array.from(document.querySelectorAll(".jp-OutputArea-output"));
    return !document.querySelector(TO_COME) && !outputs.some(isUnshown);
  }

  // Only once all are there: whoever is asked twice while it waits would show its widget twice.
  async function showAgain() {
    if (asking || !manager || !ids.every((id) => manager.has_model(id))) return;
    asking = true;
    try {
      await Promise.all(ids.map((id) => manager.get_model(id)));
      manager.restored.emit();
    } finally {
      asking = false;
    }
  }

  // Voilà sets it when it begins to show widgets, so long before two seconds are over.
  Object.defineProperty(window, "jupyterapp", {
    get: () => app,
    set(value) {
      app = value;
      app.widgetManagerPromise.promise.then(function (found) {
        Object.defineProperty(found, "restoredStatus", { get: () => false });
        manager = found;
      });
    },
  });

  const looking = setInterval(function () {
    const whole = isWhole();
    looks += 1;
    notice.hidden = whole || looks < PATIENCE;
    if (whole) clearInterval(looking);
    else showAgain();
  }, LOOK);

  notice.querySelector("button").addEventListener("click", () => location.reload());
})();

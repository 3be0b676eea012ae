/** The anywidget module of every widget: Python says by `_component` and `_activity` which part. */

import { h, render as draw } from "preact";
import type { Model } from "./model";
import { Widget } from "./widget";

function render({ model, el }: { model: Model; el: HTMLElement }): () => void {
  const root = document.createElement("div");
  root.className = "wk wk-widget";
  el.append(root);
  draw(h(Widget, { model }), root);
  return () => {
    draw(null, root);
    root.remove();
  };
}

export default { render };

// What will be public, and a box beside whatever can be left out. All texts are set as text nodes:
// people wrote them. The preview is a frame that may run nothing at all.

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// Each widget loads this module anew: a counter would begin again, and two share a name.
function uniqueId() {
  return `wk-record-${Math.random().toString(36).slice(2)}`;
}

function box(label, ticked, handle) {
  const input = element("input", { type: "checkbox" });
  input.checked = ticked;
  if (handle) input.dataset.handle = handle;
  return element("label", { class: "box" }, input, element("span", { dir: "auto" }, label));
}

function save(message, buffers) {
  const link = element("a", { download: message.name });
  link.href = URL.createObjectURL(new Blob(buffers, { type: message.mime }));
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function render({ model, el }) {
  const view = uniqueId();
  const words = () => model.get("_words");
  const root = element("section", { class: "wk-record", "aria-labelledby": view });
  const status = element("p", { class: "status", role: "status" });
  const heading = element("h3", { id: view });
  const about = element("p", {});
  const form = element("form", {});
  const frame = element("iframe", { sandbox: "", referrerpolicy: "no-referrer" });
  const preview = element("h4", {});
  const saving = element("div", { class: "saving", role: "group" });
  const opener = element("button", { type: "button", class: "opener", "aria-expanded": "false" });
  const panel = element(
    "div",
    { class: "panel", hidden: "" },
    form,
    preview,
    frame,
    saving,
    status,
  );
  root.append(heading, about, opener, panel);
  el.append(root);

  const chosen = () => ({
    type: "choose",
    names: form.querySelector("[data-names]").checked,
    drop: [...form.querySelectorAll("[data-handle]:checked")].map((each) => each.dataset.handle),
    lang: form.querySelector("select").value,
  });

  const tell = () => {
    status.textContent = words().updating;
    model.send(chosen());
  };

  const language = () => {
    const select = element("select", {});
    for (const [code, name] of [
      ["en", "English"],
      ["cy", "Cymraeg"],
    ]) {
      const option = element("option", { value: code, lang: code }, name);
      option.selected = code === model.get("_lang");
      select.append(option);
    }
    return element("label", { class: "language" }, words().language, select);
  };

  const list = (title, boxes, open) => {
    const items = boxes.map((each) => element("li", {}, box(each.text, each.dropped, each.handle)));
    const summary = element("summary", { dir: "auto" }, `${title} (${boxes.length})`);
    const made = element("details", { "data-place": title }, summary, element("ul", {}, ...items));
    made.open = open;
    return made;
  };

  const lists = (open) => {
    const offered = model.get("_offered");
    const places = new Map();
    for (const each of offered) {
      const place =
        each.kind === "activity"
          ? words().activities
          : each.kind === "action"
            ? words().actions
            : each.place;
      places.set(place, [...(places.get(place) ?? []), each]);
    }
    return [...places].map(([title, boxes]) => list(title, boxes, open.has(title)));
  };

  const drawForm = () => {
    const held = form.contains(document.activeElement) ? document.activeElement : null;
    const opened = [...form.querySelectorAll("details[open]")].map((each) => each.dataset.place);
    const names = box(words().names, model.get("_nameless"));
    names.querySelector("input").dataset.names = "";
    const legend = element("legend", {}, words().leave_out);
    form.replaceChildren(
      element("fieldset", {}, legend, names, ...lists(new Set(opened))),
      language(),
    );
    if (held) again(held)?.focus();
  };

  // The same control in the form as it is drawn now.
  const again = (held) => {
    if (held.dataset.handle) return form.querySelector(`[data-handle="${held.dataset.handle}"]`);
    if ("names" in held.dataset) return form.querySelector("[data-names]");
    if (held.tagName === "SELECT") return form.querySelector("select");
    const place = held.closest("details")?.dataset.place;
    const found = [...form.querySelectorAll("details")].find((d) => d.dataset.place === place);
    return found?.querySelector("summary");
  };

  const drawWords = () => {
    root.lang = model.get("_lang");
    heading.textContent = words().title;
    opener.textContent = panel.hidden ? words().open : words().close;
    opener.textContent = panel.hidden ? words().open : words().close;
    about.textContent = words().about;
    preview.textContent = words().preview;
    frame.title = words().frame;
    saving.setAttribute("aria-label", words().save);
    const formats = ["zip", "html", "md", "json", "ics"];
    const held = saving.contains(document.activeElement) ? document.activeElement : null;
    saving.replaceChildren(
      ...formats.map((format) => {
        const button = element(
          "button",
          { type: "button", "data-format": format },
          words()[format],
        );
        button.addEventListener("click", () => model.send({ type: "file", format, view }));
        return button;
      }),
    );
    if (held) saving.querySelector(`[data-format="${held.dataset.format}"]`)?.focus();
    drawForm();
  };

  const drawPage = () => {
    // Within a frame like this a bare "#…" would mean a place in the page around it.
    frame.srcdoc = model.get("_page").replaceAll('href="#', 'href="about:srcdoc#');
    if (status.textContent) status.textContent = words().updated;
  };

  const heard = (message, buffers) => {
    if (message.type !== "file" || message.view !== view) return;
    save(message, buffers);
    status.textContent = `${words().saved} ${message.name}`;
  };

  const drawn = {
    "change:_words": drawWords,
    "change:_offered": drawForm,
    "change:_nameless": drawForm,
    "change:_page": drawPage,
    "msg:custom": heard,
  };
  // Only from now on is the record drawn: its charts cost the kernel time and memory.
  opener.addEventListener("click", () => {
    panel.hidden = !panel.hidden;
    opener.setAttribute("aria-expanded", String(!panel.hidden));
    opener.textContent = panel.hidden ? words().open : words().close;
    if (!panel.hidden) status.textContent = words().updating;
    model.send({ type: panel.hidden ? "gone" : "shown" });
  });
  form.addEventListener("change", tell);
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const [event, react] of Object.entries(drawn)) model.on(event, react);
  drawWords();
  drawPage();
  return () => {
    for (const [event, react] of Object.entries(drawn)) model.off(event, react);
    if (!panel.hidden) model.send({ type: "gone" });
  };
}

export default { render };

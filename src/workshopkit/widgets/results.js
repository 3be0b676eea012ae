// A table and a chart of results. All texts are set as text nodes: people wrote them.

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function picture(chart, theme) {
  return element("img", { class: theme, src: chart[theme], alt: chart.alt });
}

function cell(text, heading, name) {
  const attributes = heading.number ? { class: "number" } : {};
  if (name === "th") attributes.scope = "col";
  return element(name, attributes, text);
}

function table({ headings, rows }, label) {
  const head = element("tr", {}, ...headings.map((each) => cell(each.text, each, "th")));
  const body = rows.map((row) =>
    element("tr", {}, ...row.map((text, n) => cell(text, headings[n], "td"))),
  );
  const made = element(
    "table",
    { "aria-labelledby": label },
    element("thead", {}, head),
    element("tbody", {}, ...body),
  );
  const region = { class: "scroll", role: "region", tabindex: "0", "aria-labelledby": label };
  return element("div", region, made);
}

// Each widget loads this module anew: a counter would begin again, and two tables share a name.
function uniqueId() {
  return `wk-results-${Math.random().toString(36).slice(2)}`;
}

function render({ model, el }) {
  const root = element("section", { class: "wk-results" });
  const label = uniqueId();
  el.append(root);

  const draw = () => {
    const summary = model.get("_table");
    const chart = model.get("_chart");
    if (!summary?.headings) return;
    const caption = element("p", { class: "caption", id: label }, summary.caption);
    const shown = summary.rows.length
      ? table(summary, label)
      : element("p", { class: "empty" }, summary.empty);
    const pictures = chart?.alt ? [picture(chart, "light"), picture(chart, "dark")] : [];
    root.replaceChildren(caption, ...pictures, shown);
  };

  model.on("change:_table", draw);
  model.on("change:_chart", draw);
  draw();
  model.send({ type: "shown" });
  return () => {
    model.off("change:_table", draw);
    model.off("change:_chart", draw);
    model.send({ type: "gone" });
  };
}

export default { render };

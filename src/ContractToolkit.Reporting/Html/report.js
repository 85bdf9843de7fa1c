"use strict";
(() => {
  const report = JSON.parse(document.getElementById("data").textContent);
  const $ = id => document.getElementById(id);
  // Every text goes through here, so nothing from a server is ever parsed as markup.
  const el = (tag, props = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [key, value] of Object.entries(props)) {
      if (key === "class") node.className = value;
      else if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
      else if (value !== undefined && value !== null) node.setAttribute(key, value);
    }
    node.append(...children.filter(child => child !== null && child !== undefined));
    return node;
  };
  const plural = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

  const theme = { current: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light" };
  const applyTheme = () => document.documentElement.setAttribute("data-theme", theme.current);
  $("theme").addEventListener("click", () => { theme.current = theme.current === "dark" ? "light" : "dark"; applyTheme(); });
  applyTheme();

  const title = `${report.contract ?? report.document ?? "Contract"} ${report.contractVersion ?? ""}`.trim();
  document.title = `${title}: contract ${report.command}`;
  $("title").textContent = title;
  $("subtitle").textContent = [`contract ${report.command}`, report.target && `against ${report.target}`, report.document, report.started && new Date(report.started).toISOString(),
    report.seed !== undefined && `seed ${report.seed}`, report.outcome !== "completed" && `${report.outcome}: ${report.outcomeReason}`].filter(Boolean).join(" · ");
  $("footer").textContent = `Report format ${report.formatVersion}, contract ${report.toolVersion}. ${report.notes.join(" ")}`;

  const fresh = report.findings.filter(finding => finding.status === "new");
  const failing = report.findings.filter(finding => finding.fails).length;
  const tile = (value, label, kind = "") => el("div", { class: `tile ${kind}` }, el("b", {}, String(value)), el("span", {}, label));
  $("tiles").append(
    tile(failing, failing === 1 ? "failing finding" : "failing findings", failing ? "bad" : "good"),
    tile(fresh.filter(finding => finding.level === "warning").length, "warnings"),
    ...(report.operations.length ? [tile(report.operations.length, "operations"), tile(report.operations.filter(op => op.verdict === "fails").length, "operations fail")] : []),
    ...(report.requests ? [tile(report.requests, "requests"), tile(`${(report.durationMilliseconds / 1000).toFixed(1)} s`, "duration")] : []),
    ...(report.coverage ? [tile(`${report.coverage.percent.toFixed(0)} %`, `coverage, TCL ${report.coverage.reached}`)] : []));

  const place = p => p ? `${p.file}${p.line ? `:${p.line}:${p.column}` : ""} ${p.pointer}` : null;
  const row = (name, value, code) => value ? [el("dt", {}, name), el("dd", {}, code ? el("pre", {}, value) : value)] : [];
  const card = finding => el("details", { class: `${finding.level} ${finding.status}` },
    el("summary", {}, el("span", { class: "level" }, `${finding.level} ${finding.id}`), el("span", { class: "op" }, finding.operation ?? ""),
      finding.occurrences > 1 ? el("span", { class: "badge" }, `${finding.occurrences} times`) : null, finding.flaky ? el("span", { class: "badge" }, "flaky") : null,
      finding.status !== "new" ? el("span", { class: "badge" }, finding.status) : null, el("span", { class: "message" }, finding.message)),
    el("dl", {}, ...row("Found in", finding.phase && `phase ${finding.phase}`), ...row("At", finding.instance?.pointer), ...row("Contract", place(finding.document)),
      ...row("Before", place(finding.baseDocument)), ...finding.evidence.flatMap(item => row(item.kind, item.text, true)), ...row("Remedy", finding.remedy),
      ...row("Reason", finding.reason), ...row("Replay", finding.replay && `contract check --replay ${finding.replay}`, true), ...row("Fingerprint", finding.fingerprint)));
  const levels = ["error", "warning", "info"];
  const chosen = new Set(levels.filter(level => level !== "info" || !fresh.some(finding => finding.level !== "info")));
  for (const level of levels) {
    const box = el("input", { type: "checkbox", id: `level-${level}`, onchange: event => { event.target.checked ? chosen.add(level) : chosen.delete(level); show(); } });
    box.checked = chosen.has(level);
    $("levels").append(box, el("label", { for: `level-${level}` }, ` ${level} `));
  }
  for (const id of [...new Set(report.findings.map(finding => finding.id))].sort()) $("rule").append(el("option", { value: id }, id));
  const cards = report.findings.map(finding => ({ finding, text: JSON.stringify(finding).toLowerCase(), node: null }));
  const show = () => {
    const words = $("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    const hits = cards.filter(c => chosen.has(c.finding.level) && (!$("rule").value || c.finding.id === $("rule").value) && words.every(word => c.text.includes(word)));
    $("list").replaceChildren(...(hits.length ? hits.slice(0, 500).map(c => c.node ??= card(c.finding)) : [el("p", { class: "empty" }, "Nothing to show.")]));
    $("count").textContent = `${hits.length} of ${plural(cards.length, "finding")}`;
  };
  $("search").addEventListener("input", show);
  $("rule").addEventListener("change", show);
  document.addEventListener("keydown", event => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
    if (event.key === "/" && !typing) { event.preventDefault(); $("search").focus(); }
    if ((event.key === "j" || event.key === "k") && !typing) {
      const all = [...document.querySelectorAll("#list summary")];
      const next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(document.activeElement) + (event.key === "j" ? 1 : -1)))];
      next?.focus();
    }
  });
  show();

  const groups = new Map();
  for (const op of report.operations) groups.set(op.group ?? "", [...(groups.get(op.group ?? "") ?? []), op]);
  for (const [group, operations] of groups) {
    const body = el("tbody");
    if (group) body.append(el("tr", { class: "group" }, el("th", { colspan: 5, scope: "colgroup" }, `${group} (${operations.length})`)));
    for (const op of operations) {
      body.append(el("tr", {}, el("td", { class: op.verdict }, op.verdict.replaceAll("-", " ")), el("th", { scope: "row" }, op.name), el("td", { class: "num" }, String(op.requests)),
        el("td", {}, Object.entries(op.statuses).map(([status, count]) => `${status}: ${count}`).join(", ")), el("td", {}, op.reason ?? "")));
    }
    $("operations").append(body);
  }

  const kinds = [...new Set(report.operations.flatMap(op => op.coverage.map(item => item.kind)))].filter(kind => kind !== "path" && kind !== "operation");
  $("heat").append(el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Operation"), ...kinds.map(kind => el("th", { scope: "col", class: "kind" }, kind)))));
  const heat = el("tbody");
  for (const op of report.operations) {
    heat.append(el("tr", {}, el("th", { scope: "row" }, op.name), ...kinds.map(kind => {
      const items = op.coverage.filter(item => item.kind === kind);
      if (!items.length) return el("td", {}, el("span", { class: "cell cn", style: "display:block;text-align:center" }, "–"));
      const hit = items.filter(item => item.hits > 0).length;
      const share = hit / items.length;
      const shade = share === 0 ? 0 : share < 0.5 ? 1 : share < 0.75 ? 2 : share < 1 ? 3 : 4;
      return el("td", {}, el("button", { type: "button", class: `cell c${shade}`, "aria-label": `${op.name}, ${kind}: ${hit} of ${items.length}`, onclick: () => detail(op, kind, items) }, `${hit}/${items.length}`));
    })));
  }
  $("heat").append(heat);
  const detail = (op, kind, items) => $("detail").replaceChildren(el("h3", {}, `${op.name}: ${kind}`),
    el("ul", {}, ...items.map(item => el("li", { class: item.hits ? "" : "miss" }, `${item.name}${item.hits ? ` (${item.hits})` : ": never"}`))));
})();

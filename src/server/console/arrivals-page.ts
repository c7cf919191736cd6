// The Department's plain page: what arrived, by institution and tablet. Written on the server, no script, no name, no
// answer. The console proper comes with its own issue.
import { categoryNames, institutionKind } from "#census";
import { formatAcceptanceCode, tabletNumber } from "#protocol";
import type { Language } from "#questionnaire";
import { noCodeSentence, noOpenerSentence } from "../opener/acceptance-words.ts";
import type { Acceptance } from "../opener/judge-acceptance.ts";
import type { DeviceStatus } from "../store/status-store.ts";
import { consoleWords } from "./console-words.ts";

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function time(ms: number | null): string {
  if (ms === null) return "—";
  const [date = "", clock = ""] = new Date(ms).toISOString().split("T");
  return `${date.split("-").toReversed().join(".")}, ${clock.slice(0, 5)} UTC`;
}

function page(language: Language, title: string, body: string): string {
  const switches = (["kk", "ru", "en"] as const)
    .map(
      (code) =>
        `<a href="?lang=${code}" lang="${code}"${code === language ? ' aria-current="true"' : ""}>${consoleWords[code].own}</a>`,
    )
    .join(" ");
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/console/console.css"></head>
<body><header><strong>Sanaq</strong><nav>${switches}</nav></header><main>${body}</main></body></html>`;
}

export function loginPage(language: Language, isRefused: boolean): string {
  const words = consoleWords[language];
  const refusal = isRefused ? `<p role="alert" class="alert">${words.wrongLogin}</p>` : "";
  return page(
    language,
    words.signIn,
    `<h1>${words.signIn}</h1>${refusal}<form method="post" action="/console/login?lang=${language}">
<label>${words.user}<input name="user" autocomplete="off" required></label>
<label>${words.password}<input name="password" type="password" autocomplete="off" required></label>
<button>${words.enter}</button></form>`,
  );
}

/** The kind of an institution, its usual category and what has to be kept in mind there. */
function aboutKind(language: Language, code: string): string {
  const { text, usualCategories, cautions } = institutionKind(code);
  const words = consoleWords[language];
  const usual = usualCategories.map(({ category, when }) => {
    const condition = when === undefined ? "" : `, ${when[language]}`;
    return `L04 = ${category}: ${categoryNames[category][language]}${condition}`;
  });
  const items = [...(usual.length === 0 ? [words.noUsualCategory] : usual), ...cautions.map((one) => one[language])];
  const list = items.map((item) => `<li>${escaped(item)}</li>`).join("");
  return `<details><summary>${escaped(`${code}: ${text[language]}`)}</summary><ul>${list}</ul></details>`;
}

export interface Arrivals {
  readonly rows: readonly DeviceStatus[];
  /** Of institutions, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Of the tablets that came by USB, by tablet; null = some did, and this server opens no batches. */
  readonly acceptances: ReadonlyMap<string, Acceptance> | null;
}

/** One card for each tablet that came by USB, the latest arrival first: the digits its officer waits for, or why not. */
function acceptanceCodes(language: Language, { rows, names, acceptances }: Arrivals): string {
  const words = consoleWords[language];
  const heading = `<h2 id="codes">${words.acceptanceCode}</h2>`;
  if (acceptances === null) return `${heading}<p class="none">${escaped(noOpenerSentence(language))}</p>`;
  const cards = rows
    .toSorted((a, b) => (b.lastReceivedAt ?? 0) - (a.lastReceivedAt ?? 0))
    .flatMap(({ device, institution, officer, lastReceivedAt }) => {
      if (device === null) return [];
      const acceptance = acceptances.get(device);
      if (acceptance === undefined) return [];
      const { code, upTo } = acceptance;
      const who = [names.get(institution) ?? institution, officer ?? "", `${words.tablet}: № ${tabletNumber(device)}`];
      const none = noCodeSentence(acceptance, language);
      const digits =
        code === null
          ? ""
          : `<p class="code">${formatAcceptanceCode(code)}</p><p>${words.batches}: 1–${upTo}. ${words.lastReceived}: ${time(lastReceivedAt)}</p>`;
      const sentence = none === null ? "" : `<p class="none">${escaped(none)}</p>`;
      return [`<li><p>${who.map(escaped).join("<br>")}</p>${digits}${sentence}</li>`];
    });
  if (cards.length === 0) return "";
  return `${heading}<ul class="codes" tabindex="0" aria-labelledby="codes">${cards.join("")}</ul>`;
}

export function arrivalsPage(language: Language, arrivals: Arrivals): string {
  const { rows, names } = arrivals;
  const words = consoleWords[language];
  const head = [
    words.institution,
    words.tablet,
    words.comparison,
    words.list,
    words.forms,
    words.batches,
    words.stored,
    words.accepted,
    words.refused,
    words.quarantined,
    words.copies,
    words.lastReceived,
  ];
  const cells = (row: DeviceStatus): readonly string[] => [
    row.device === null ? words.notEnrolled : `№ ${tabletNumber(row.device)} (${row.device.slice(0, 8)})`,
    row.comparison?.replace(/(\d{4})(?=\d)/g, "$1 ") ?? "—",
    row.headcount === null ? "—" : `${row.lines} / ${row.headcount}`,
    String(row.forms),
    String(row.batches),
    String(row.stored),
    String(row.accepted),
    String(row.refused),
    String(row.quarantined),
    String(row.copies),
    time(row.lastReceivedAt),
  ];
  const body = rows
    .map(
      (row) =>
        `<tr><td>${escaped(names.get(row.institution) ?? row.institution)}${aboutKind(language, row.kind)}</td>${cells(
          row,
        )
          .map((cell) => `<td>${escaped(cell)}</td>`)
          .join("")}</tr>`,
    )
    .join("");
  return page(
    language,
    words.arrived,
    `<h1>${words.arrived}</h1>${acceptanceCodes(language, arrivals)}<div class="scroll" tabindex="0" role="region" aria-label="${words.arrived}"><table><thead><tr>${head
      .map((cell) => `<th scope="col">${cell}</th>`)
      .join("")}</tr></thead><tbody>${body}</tbody></table></div>
<form method="post" action="/console/logout?lang=${language}"><button class="quiet">${words.leave}</button></form>`,
  );
}

export const consoleStyle = `
:root{--canvas:#f4f1ea;--surface:#fff;--ink:#1a2126;--control:#6a7177;--primary:#0b5363;--err:#a8211a;--err-soft:#fbe3e0}
*{box-sizing:border-box}body{margin:0;background:var(--canvas);color:var(--ink);font:400 16px/24px "IBM Plex Sans",system-ui,sans-serif}
header{display:flex;justify-content:space-between;padding:16px 24px;background:var(--surface);border-bottom:2px dashed #b7791f}
nav a{color:var(--primary);padding:4px 8px}nav a[aria-current]{font-weight:600;text-decoration:none}
main{padding:24px;max-width:1400px;margin:0 auto}h1{font-size:24px;line-height:32px}
form{display:grid;gap:16px;max-width:360px;margin-top:24px}label{display:grid;gap:4px}
input{font:inherit;padding:8px 12px;border:1px solid var(--control);border-radius:8px}
button{font:inherit;font-weight:600;min-height:44px;padding:8px 24px;border:0;border-radius:8px;background:var(--primary);color:#fff;justify-self:start}
button.quiet{background:none;color:var(--primary);border:1px solid var(--control)}
.alert{padding:12px 16px;border-radius:8px;background:var(--err-soft);color:var(--err)}
.scroll{overflow-x:auto;background:var(--surface);border-radius:8px}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:10px 12px;border-bottom:1px solid #cfc8b8;font-variant-numeric:tabular-nums;vertical-align:top}
h2{font-size:20px;line-height:28px}
.codes{display:grid;grid-template-columns:repeat(auto-fill,minmax(300px,1fr));gap:16px;max-height:460px;overflow:auto;margin:0 0 24px;padding:4px;list-style:none}
.codes li{padding:16px 20px;background:var(--surface);border:1px solid var(--control);border-radius:8px}.codes p{margin:0 0 8px}
.code{font:500 40px/48px "IBM Plex Mono",ui-monospace,monospace;white-space:nowrap}
.none{padding:8px 12px;border-radius:8px;background:#fdf0d5;color:#5c2e00}
@media print{.codes{max-height:none;overflow:visible}}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
`;

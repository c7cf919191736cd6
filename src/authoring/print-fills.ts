// The annex of values that stand in texts: which value, and every form of its words, to be read and signed with the rest.
import type { Fill } from "#questionnaire";
import { html, type Html } from "./html.ts";
import type { Printing } from "./printing.ts";

/** Null for a file without fills. */
export function printFills(printing: Printing): Html | null {
  const { file, words } = printing;
  const fills = file.fills ?? [];
  if (fills.length === 0) return null;
  return html`<section>
    <h2>${words.fills}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">№</th>
          <th scope="col">${words.fillOf}</th>
          <th scope="col">${words.fillForms}</th>
        </tr>
      </thead>
      <tbody>
        ${fills.map((fill) => printFill(printing, fill))}
      </tbody>
    </table>
  </section>`;
}

function printFill(printing: Printing, fill: Fill): Html {
  const { words } = printing;
  return html`<tr id="fill-${fill.id}">
    <th scope="row">${fill.id}</th>
    <td><code>${fill.of}</code>${fill.forEach === undefined ? null : html` (${words.eachRow} ${fill.forEach})`}</td>
    <td>${formsOf(printing, fill).map(([lead, form]) => html`<p><em>${lead}:</em> ${form}</p>`)}</td>
  </tr> `;
}

/** What decides, and the words it leads to, in the order a reader looks for them. */
function formsOf({ words, language }: Printing, fill: Fill): readonly (readonly [string, string])[] {
  const { plural, exactly = {}, choice = [], label, unknown, unknownThirdPerson } = fill;
  const about = (lead: string): string => `${lead} (${words.thirdPerson})`;
  return [
    ...Object.entries(exactly).map(([number, text]) => [`= ${number}`, text[language]] as const),
    ...Object.entries(plural?.[language] ?? {}).map(([category, form]) => [category, form] as const),
    ...choice.flatMap(({ codes, text, thirdPerson }) => {
      const lead = codes.join(", ");
      const own = [lead, text[language]] as const;
      return thirdPerson === undefined ? [own] : [own, [about(lead), thirdPerson[language]] as const];
    }),
    ...(label === true ? [[words.fillValue, words.fillLabel] as const] : []),
    [words.fillUnknown, unknown[language]] as const,
    ...(unknownThirdPerson === undefined ? [] : [[about(words.fillUnknown), unknownThirdPerson[language]] as const]),
  ];
}

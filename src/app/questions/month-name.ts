// Month names as people type them. In tests of other services hundreds of people typed names where numbers were asked
// (ux 3.3), so a name in any of the three languages is as good as its number.
import { foldForSearch } from "#census";

const names: readonly (readonly string[])[] = [
  ["қаңтар", "январь", "января", "january"],
  ["ақпан", "февраль", "февраля", "february"],
  ["наурыз", "март", "марта", "march"],
  ["сәуір", "апрель", "апреля", "april"],
  ["мамыр", "май", "мая", "may"],
  ["маусым", "июнь", "июня", "june"],
  ["шілде", "июль", "июля", "july"],
  ["тамыз", "август", "августа", "august"],
  ["қыркүйек", "сентябрь", "сентября", "september"],
  ["қазан", "октябрь", "октября", "october"],
  ["қараша", "ноябрь", "ноября", "november"],
  ["желтоқсан", "декабрь", "декабря", "december"],
];

const letters = 3;

/** The month (1–12) whose name the text begins, from three letters on; null while it names none. Kazakh letters may be typed as Russian ones. */
export function monthOfName(text: string): number | null {
  const typed = foldForSearch(text);
  if (typed.length < letters) return null;
  const index = names.findIndex((month) => month.some((name) => foldForSearch(name).startsWith(typed)));
  return index < 0 ? null : index + 1;
}

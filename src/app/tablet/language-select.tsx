// The interface's own language, one of three, in every bar. Each name stands in its own language and without a flag.
import { chooseLocale, locales, m, useLocale, type Locale } from "../i18n/index.ts";
import { Segment, Select } from "../ui/index.ts";

const shortNames: Readonly<Record<Locale, string>> = { kk: "ҚАЗ", ru: "РУС", en: "ENG" };
/** Each in its own language. */
export const languageNames: Readonly<Record<Locale, string>> = { kk: "Қазақша", ru: "Русский", en: "English" };

export function LanguageSelect() {
  return (
    <Select
      label={m.frame_language()}
      isLabelHidden
      options={locales.map((value) => ({ value, label: shortNames[value], lang: value }))}
      value={useLocale()}
      onChange={chooseLocale}
    />
  );
}

/** The same as three big buttons, for the screens before unlocking. */
export function LanguageChoice() {
  return (
    <Segment
      label={m.frame_language()}
      isLabelHidden
      options={locales.map((value) => ({ value, label: languageNames[value], lang: value }))}
      value={useLocale()}
      onChange={chooseLocale}
    />
  );
}

// A place: the country, and within the home country a unit of its list and, where asked, urban or rural. It becomes an
// answer when all parts that are asked are there. What is in no list is written out: the whole place, or the unit.
import { useMemo, useState } from "react";
import type { AnswerValue, Language } from "#questionnaire";
import { m } from "../i18n/index.ts";
import { ChosenValue } from "./chosen-value.tsx";
import { CodePicker } from "./code-picker.tsx";
import { Frequent } from "./code-picker-rows.tsx";
import { entryWithPath, isFrequent } from "./code-list-entries.ts";
import { OptionList } from "./option-list.tsx";
import { useQuestionSetting, type Intent, type QuestionProps } from "./question-props.ts";
import { specialItems } from "./special-text.ts";
import { useDraft } from "./use-draft.ts";
import { valueOf } from "./value-of.ts";
import styles from "./place-question.module.css";

type Place = Extract<AnswerValue, { kind: "place" }>;

export function PlaceQuestion({ view, labelId, onAnswer }: QuestionProps) {
  const { language, person, codeList, isFromAnotherSource } = useQuestionSetting();
  const [open, setOpen] = useState<"nothing" | "country" | "unit">("nothing");
  const { definition, path } = view;
  const value = valueOf(view.answer);
  const recorded: Place | null = value?.kind === "place" ? value : null;
  const draft = useDraft(recorded, (place) => record(place, "stay"));
  if (definition.type !== "place") throw new Error(`not a place question: ${path}`);
  const { countries: countriesName, exceptCountries, home, freeText } = definition;
  const unitsName = home?.units ?? null;
  const countries = useMemo(
    () => ({ list: codeList(countriesName), except: exceptCountries ?? [], frequent: [] }),
    [codeList, countriesName, exceptCountries],
  );
  const units = useMemo(
    () => (unitsName === null ? null : { list: codeList(unitsName), except: [], frequent: [] }),
    [codeList, unitsName],
  );
  const place = draft.value;
  const isHome = home !== undefined && place?.country === home.country;
  const asksSettlement = isHome && home.settlement === true;

  function record(next: Place | null, intent: Intent): void {
    if (next !== null) onAnswer(path, { state: "answered", value: next }, intent);
  }
  const change = (next: Place): void => {
    setOpen("nothing");
    const isAtHome = home !== undefined && next.country === home.country;
    const hasUnit = next.kato !== null || next.text !== null;
    const isWhole = !isAtHome || (hasUnit && (home.settlement !== true || next.settlement !== null));
    if (!isWhole) return draft.set(next);
    draft.settle();
    record(next, "next-if-clear");
  };
  const chooseCountry = (country: string): void =>
    change({ kind: "place", country, kato: null, settlement: null, text: null });
  /** The whole place in own words: it is in no list. */
  const writeOut = (text: string): void => {
    setOpen("nothing");
    draft.set(null);
    draft.settle();
    onAnswer(path, { state: "answered", value: { kind: "other", text } }, "next-if-clear");
  };
  const written = value?.kind === "other" ? value.text : null;
  const countryText = place === null ? written : (countries.list.get(place.country)?.[language] ?? place.country);
  const isAmongFrequent = place !== null && isFrequent(countries, place.country);

  return (
    <div className={styles.place}>
      <Frequent choices={countries} chosen={place?.country ?? null} onChoose={chooseCountry} />
      <ChosenValue
        text={isAmongFrequent ? null : countryText}
        buttonText={m.q_other_country()}
        onOpen={() => setOpen("country")}
      />
      <CodePicker
        view={view}
        part={m.q_country({}, { locale: language })}
        choices={countries}
        chosen={place?.country ?? null}
        isOpen={open === "country"}
        onChoose={chooseCountry}
        onWrite={freeText === true ? writeOut : null}
        specials={specialItems(view, { language, person }, (at, special, intent) => {
          setOpen("nothing");
          draft.settle();
          onAnswer(at, special, intent);
        })}
        onClose={() => setOpen("nothing")}
      />
      {isHome && units !== null && (
        <div className={styles.part}>
          <p className={styles.label}>{m.q_settlement()}</p>
          <ChosenValue
            text={place.kato === null ? place.text : entryWithPath(units.list, place.kato, language)}
            buttonText={m.q_choose_from_list()}
            onOpen={() => setOpen("unit")}
          />
          <CodePicker
            view={view}
            part={m.q_settlement({}, { locale: language })}
            choices={units}
            chosen={place.kato}
            isOpen={open === "unit"}
            onChoose={(kato) => change({ ...place, kato, text: null })}
            onWrite={freeText === true ? (text) => change({ ...place, kato: null, text }) : null}
            specials={[]}
            onClose={() => setOpen("nothing")}
          />
        </div>
      )}
      {asksSettlement && (
        <div className={styles.part}>
          <p className={styles.label}>{m.q_area_kind()}</p>
          <OptionList
            kind="radio"
            name={`${path}-settlement`}
            labelledBy={labelId}
            lang={language}
            isSideBySide
            items={(["urban", "rural"] as const).map((code) => ({
              code,
              text: areaIn(code, language),
              textIn: (one: Language) => areaIn(code, one),
              hint: null,
              isChecked: place.settlement === code,
            }))}
            isChosenAnew={() => isFromAnotherSource(path)}
            onChoose={(code) => change({ ...place, settlement: code === "urban" ? "urban" : "rural" })}
          />
        </div>
      )}
    </div>
  );
}

function areaIn(code: "urban" | "rural", language: Language): string {
  return code === "urban" ? m.q_urban({}, { locale: language }) : m.q_rural({}, { locale: language });
}

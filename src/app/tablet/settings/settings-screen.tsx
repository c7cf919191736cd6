// T-22: what makes the work comfortable. Every choice holds at once and on this tablet only; none touches the data.
import type { ReactNode } from "react";
import { personQuestionnaire } from "#census";
import { formatBytes, m } from "../../i18n/index.ts";
import {
  chooseHand,
  chooseSecondLanguage,
  chooseShortcuts,
  chooseTextSize,
  hands,
  secondLanguages,
  shortcutStates,
  textSizes,
  useHand,
  useSecondLanguageChoice,
  useShortcuts,
  useTextSize,
} from "../../theme/comfort.ts";
import { chooseTheme, useTheme } from "../../theme/theme.ts";
import { FieldRow, FieldRows, Panel, Segment } from "../../ui/index.ts";
import { useStorageRoom, useTabletState } from "../../wiring/index.ts";
import { TabletFrame } from "../frame.tsx";
import { QuickPinSetting } from "../lock/quick-pin-setting.tsx";
import { InstitutionCautions } from "../institution-cautions.tsx";
import { LanguageChoice, languageNames } from "../language-select.tsx";
import { ShortcutsButton } from "../shortcuts/shortcuts-button.tsx";
import styles from "./settings-screen.module.css";

export function SettingsScreen() {
  const { status } = useTabletState();
  return (
    // The language stands in the page itself, large; once is enough.
    <TabletFrame isLanguageHidden back={{ label: m.frame_home(), to: "/" }} title={m.set_title()}>
      <div className={styles.page}>
        <h1 className={styles.title}>{m.set_title()}</h1>
        <Panel title={m.home_theme()}>
          <ThemeChoice />
        </Panel>
        <Panel title={m.set_text()}>
          <TextSizeChoice />
        </Panel>
        <Panel title={m.set_hand()}>
          <HandChoice />
        </Panel>
        <Panel title={m.frame_language()}>
          <LanguageChoice />
          <Note>{m.set_language_note()}</Note>
        </Panel>
        <div className={styles.wide}>
          <Panel title={m.set_second()}>
            <SecondLanguageChoice />
          </Panel>
        </div>
        <div className={styles.wide}>
          <Panel title={m.set_keys()}>
            <ShortcutChoice />
          </Panel>
        </div>
        <div className={styles.wide}>
          <QuickPinSetting />
        </div>
        {status?.state === "unlocked" && (
          <div className={styles.wide}>
            <Panel title={m.inst_cautions()}>
              <InstitutionCautions kind={status.institution.kind} />
            </Panel>
          </div>
        )}
        <div className={styles.wide}>
          <Panel title={m.set_about()}>
            <div className={styles.about}>
              <About />
            </div>
            <Note>{m.set_kept()}</Note>
          </Panel>
        </div>
      </div>
    </TabletFrame>
  );
}

function Note({ children }: { readonly children: ReactNode }) {
  return <p className={styles.note}>{children}</p>;
}

function ThemeChoice() {
  return (
    <>
      <Segment
        label={m.home_theme()}
        isLabelHidden
        options={[
          { value: "day", label: m.home_theme_day() },
          { value: "night", label: m.home_theme_night() },
          { value: "sun", label: m.home_theme_sun() },
        ]}
        value={useTheme()}
        onChange={(theme) => chooseTheme(theme)}
      />
      <Note>{m.set_sun_ends()}</Note>
    </>
  );
}

function TextSizeChoice() {
  return (
    <>
      <Segment
        label={m.set_text()}
        isLabelHidden
        options={textSizes.map((value) => ({ value, label: m.set_text_size({ percent: value }) }))}
        value={useTextSize()}
        onChange={chooseTextSize}
      />
      <Note>{m.set_text_note()}</Note>
    </>
  );
}

function HandChoice() {
  return (
    <>
      <Segment
        label={m.set_hand()}
        isLabelHidden
        options={hands.map((value) => ({ value, label: value === "left" ? m.set_hand_left() : m.set_hand_right() }))}
        value={useHand()}
        onChange={chooseHand}
      />
      <Note>{m.set_hand_note()}</Note>
    </>
  );
}

function SecondLanguageChoice() {
  return (
    <>
      <Segment
        label={m.set_second()}
        isLabelHidden
        options={secondLanguages.map((value) =>
          value === "none"
            ? { value, label: m.set_second_none() }
            : { value, label: languageNames[value], lang: value },
        )}
        value={useSecondLanguageChoice()}
        onChange={chooseSecondLanguage}
      />
      <Note>{m.set_second_note()}</Note>
    </>
  );
}

function ShortcutChoice() {
  return (
    <>
      <div className={styles.keys}>
        <Segment
          label={m.set_keys()}
          isLabelHidden
          options={shortcutStates.map((value) => ({
            value,
            label: value === "on" ? m.set_keys_on() : m.set_keys_off(),
          }))}
          value={useShortcuts()}
          onChange={chooseShortcuts}
        />
        <ShortcutsButton />
      </div>
      <Note>{m.set_keys_note()}</Note>
    </>
  );
}

function About() {
  const { status } = useTabletState();
  const room = useStorageRoom();
  return (
    <FieldRows>
      {status !== null && "number" in status && (
        <FieldRow term={m.set_number()}>
          <span className={styles.code}>{status.number}</span>
        </FieldRow>
      )}
      {status !== null && <FieldRow term={m.set_release()}>{status.release}</FieldRow>}
      <FieldRow term={m.set_instrument()}>{instrument()}</FieldRow>
      {room !== null && (
        <FieldRow term={m.set_free()}>
          {m.set_free_of({ free: formatBytes(room.free), all: formatBytes(room.all) })}
        </FieldRow>
      )}
    </FieldRows>
  );
}

/** "F1: 1, F3: 1", each form with its version. */
function instrument(): string {
  return personQuestionnaire()
    .forms.map(({ form, version }) => `${form}: ${version}`)
    .join(", ");
}

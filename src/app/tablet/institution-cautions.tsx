// What the officer has to keep in mind at this kind of institution: its usual category of L04 and the cautions.
import { useState } from "react";
import { categoryNames, institutionKind, type InstitutionKindCode } from "#census";
import { getLocale, m } from "../i18n/index.ts";
import { Button, Dialog, FieldRow, FieldRows } from "../ui/index.ts";
import styles from "./institution-cautions.module.css";

interface InstitutionCautionsProps {
  readonly kind: InstitutionKindCode;
}

export function InstitutionCautions({ kind: code }: InstitutionCautionsProps) {
  const { text, usualCategories, cautions } = institutionKind(code);
  const language = getLocale();
  return (
    <div className={styles.cautions}>
      <FieldRows>
        <FieldRow term={m.inst_kind()}>{text[language]}</FieldRow>
        <FieldRow term={m.inst_usual()}>
          {usualCategories.length === 0 && m.inst_usual_ask()}
          {usualCategories.map(({ category, when }) => (
            <span key={category} className={styles.usual}>
              {`${category} — ${categoryNames[category][language]}`}
              {when !== undefined && `, ${when[language]}`}
            </span>
          ))}
        </FieldRow>
      </FieldRows>
      {cautions.length > 0 && (
        <ul className={styles.list}>
          {cautions.map((caution) => (
            <li key={caution.en}>{caution[language]}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The same behind a button: a protected institution's screen says openly neither what it is nor where. */
export function CautionsButton({ kind }: InstitutionCautionsProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" onPress={() => setIsOpen(true)}>
        {m.inst_cautions()}
      </Button>
      <Dialog title={m.inst_cautions()} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <InstitutionCautions kind={kind} />
      </Dialog>
    </>
  );
}

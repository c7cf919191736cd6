// What was typed and not saved is offered before the form is opened anew: neither lost nor taken for a new entry (T-05).
import type { TypedPerson } from "#fieldwork";
import { m } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import { fullName, initials } from "./person-words.ts";
import styles from "./typing-offer.module.css";

interface TypingOfferProps {
  readonly title: string;
  readonly typed: TypedPerson;
  /** Initials only (ux 3.11). */
  readonly isProtected: boolean;
  readonly onContinue: () => void;
  readonly onDiscard: () => void;
  readonly onClose: () => void;
}

export function TypingOffer({ title, typed, isProtected, onContinue, onDiscard, onClose }: TypingOfferProps) {
  return (
    <section className={styles.offer} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.typed}>{m.list_typed_before({ who: whoOf(typed, isProtected) })}</p>
      <div className={styles.actions}>
        <Button kind="primary" isMain isFirstFocus onPress={onContinue}>
          {m.list_typed_continue()}
        </Button>
        <Button kind="secondary" onPress={onDiscard}>
          {m.list_typed_discard()}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {m.list_close()}
        </Button>
      </div>
    </section>
  );
}

function whoOf(typed: TypedPerson, isProtected: boolean): string {
  const { surname, given, patronymic } = typed;
  const named = { surname: surname.trim(), given: given.trim(), patronymic: patronymic.trim() };
  const name = isProtected ? initials(named) : fullName(named);
  return name === "" ? m.list_typed_no_name() : name;
}

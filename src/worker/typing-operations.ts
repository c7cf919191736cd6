// What is typed of a person and not saved. It is written like everything else, encrypted and strictly durable, because a
// lock ends the page and a battery ends the tablet in the middle of a name.
import { newId } from "#protocol";
import { ok } from "#questionnaire";
import { PersonTyping } from "#fieldwork";
import type { TabletApi } from "./api.ts";
import { typingsOf, withoutTyping, withTyping } from "./book.ts";
import type { TabletHost } from "./host.ts";
import type { Session } from "./session.ts";

type TypingOperations = Pick<TabletApi, "readTypings" | "keepTyping" | "dropTyping">;

export function createTypingOperations(host: Pick<TabletHost, "random">, session: Session): TypingOperations {
  return {
    readTypings: async () => {
      const book = await session.read();
      if (!book.ok) throw new Error(`what was typed cannot be read: ${book.error.type}`);
      return typingsOf(book.value);
    },
    keepTyping: async (given) => {
      const typing = PersonTyping.parse(given);
      return session.change<true, never>((book) =>
        ok({ ...withTyping(book, typing, newId(host.random)), value: true, isUnseen: true }),
      );
    },
    dropTyping: async (lineId) =>
      session.change<true, never>((book) => ok({ ...withoutTyping(book, lineId), value: true, isUnseen: true })),
  };
}

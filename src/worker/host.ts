// Everything the tablet's inside is handed: in the browser by main.ts, in tests by a fake. Nothing in this room takes a
// clock, randomness or the network by itself.
import type { QuestionnaireShelf } from "#census";
import type { Random } from "#protocol";
import type { Result } from "#questionnaire";
import type { TabletDatabase } from "#storage";
import type { Clock, Locks, Transport } from "#sync";
import type { ListFileError } from "./list-file/list-file-error.ts";
import type { ListFile } from "./list-file/read-list-file.ts";
import type { ChangeMessage } from "./change-channel.ts";
import type { DeriveSlowly } from "./vault.ts";

export interface ChangeChannel {
  readonly post: (message: ChangeMessage) => void;
  /** Hears what others posted; returns how to stop. */
  readonly listen: (listener: (message: unknown) => void) => () => void;
}

export interface TabletHost {
  readonly database: TabletDatabase;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: Random;
  readonly locks: Locks;
  readonly channel: ChangeChannel;
  readonly derive: DeriveSlowly;
  /** The versions of the questionnaire that are here. */
  readonly shelf: QuestionnaireShelf;
  /** Loaded on demand: most days no list file is read. */
  readonly readListFile: (bytes: Uint8Array, fileName: string) => Promise<Result<ListFile, ListFileError>>;
  /** Whether the browser promised to keep the storage; null where it cannot be asked. */
  readonly isPersisted: () => Promise<boolean | null>;
  /** Host and port of the page: an enrolment link to another place is refused. */
  readonly pageHost: string;
  /** The application's release, as batches carry it. */
  readonly release: string;
}

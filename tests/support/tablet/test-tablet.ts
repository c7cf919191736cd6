// A whole tablet in Node: the worker's inside over an IndexedDB in memory and a test collector. A profile outlives its
// programs: starting one more is a restart or a second tab.
import { builtInShelf } from "#census";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import type { ListPerson } from "#fieldwork";
import { createDexieDatabase, type TabletDatabase } from "#storage";
import type { TabletApi } from "#worker";
import type { TabletHost } from "../../../src/worker/host.ts";
import { createTablet } from "../../../src/worker/tablet.ts";
import { createTestCollector, type CollectorOptions, type TestCollector } from "./collector.ts";
import {
  createFakeClock,
  createMemoryChannels,
  createMemoryLocks,
  createSeededRandom,
  deriveQuickly,
  type FakeClock,
} from "./fakes.ts";

export const pageHost = "127.0.0.1:8080";

/** 1 October 2021, 10:00 in Kyzylorda. */
export const startMs = Date.UTC(2021, 9, 1, 5);

export interface TestProfile {
  readonly factory: IDBFactory;
  readonly clock: FakeClock;
  readonly collector: TestCollector;
  /** Everything posted between tabs so far. */
  readonly posted: readonly unknown[];
  /** One program over this profile; changes replace parts of its host. */
  readonly start: (change?: Partial<TabletHost>) => TabletApi;
  readonly openDatabase: () => TabletDatabase;
}

export async function createTestProfile(
  seed = 1,
  collectorOptions: Partial<CollectorOptions> = {},
): Promise<TestProfile> {
  const factory = new IDBFactory();
  const clock = createFakeClock(startMs);
  const random = createSeededRandom(seed);
  const collector = await createTestCollector({
    clock,
    random: createSeededRandom(seed + 1000),
    host: pageHost,
    ...collectorOptions,
  });
  const locks = createMemoryLocks();
  const channels = createMemoryChannels();
  const openDatabase = (): TabletDatabase => createDexieDatabase({ indexedDB: factory, IDBKeyRange });
  return {
    factory,
    clock,
    collector,
    posted: channels.posted,
    openDatabase,
    start: (change = {}) =>
      createTablet({
        database: openDatabase(),
        transport: collector.transport,
        clock,
        random,
        locks,
        channel: channels.open(),
        derive: deriveQuickly,
        shelf: builtInShelf,
        readListFile: async () => {
          throw new Error("no list file was given to this test");
        },
        isPersisted: async () => true,
        pageHost,
        release: "0.0.0-test",
        ...change,
      }),
  };
}

export interface EnrolledTablet extends TestProfile {
  readonly tablet: TabletApi;
  readonly unlockCode: string;
}

/** A profile with an enrolled, unlocked tablet. */
export async function createEnrolledTablet(
  seed = 1,
  collectorOptions: Partial<CollectorOptions> = {},
): Promise<EnrolledTablet> {
  const profile = await createTestProfile(seed, collectorOptions);
  const tablet = profile.start();
  const offer = must(await tablet.startEnrolment(profile.collector.link()));
  must(await tablet.confirmEnrolment(offer.unlockCode));
  return { ...profile, tablet, unlockCode: offer.unlockCode };
}

/** The value of an outcome that the test does not doubt. */
export function must<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: object },
): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
}

/** An invented resident; every part can be changed. */
export function personWith(change: Partial<ListPerson> = {}): ListPerson {
  return {
    surname: "Бәйтерекова",
    given: "Таңшолпан",
    patronymic: null,
    born: { year: 1950, month: 5, day: 17 },
    sex: "2",
    iin: null,
    arrived: null,
    presence: "present",
    position: "resident",
    note: null,
    ...change,
  };
}

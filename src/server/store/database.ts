// The pool and the migrations. One dialect: PostgreSQL, embedded or a server.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import Postgrator from "postgrator";
import type { z } from "zod";

/** Timestamps come as numbers of ms: a database's row never meets the clock of this machine. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text: string) => Date.parse(text));
types.setTypeParser(pg.types.builtins.INT8, (text: string) => Number(text));
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);

export interface Connection {
  /** Rows, parsed by `Row`; throws where they don't fit: the schema and the code disagree. */
  readonly rows: <T>(Row: z.ZodType<T>, sql: string, values?: readonly unknown[]) => Promise<readonly T[]>;
  /** How many rows were touched. */
  readonly run: (sql: string, values?: readonly unknown[]) => Promise<number>;
}

export interface Database extends Connection {
  /** Commits when `work` resolves, rolls back when it throws. */
  readonly transaction: <T>(work: (connection: Connection) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

export interface DatabaseAddress {
  readonly connectionString?: string;
  readonly host?: string;
  readonly port?: number;
}

function connectionOf(client: pg.Pool | pg.PoolClient): Connection {
  return {
    rows: async (Row, sql, values = []) => {
      const found = await client.query<Record<string, unknown>>(sql, [...values]);
      return found.rows.map((row) => Row.parse(row));
    },
    run: async (sql, values = []) => (await client.query(sql, [...values])).rowCount ?? 0,
  };
}

export function connectDatabase(address: DatabaseAddress): Database {
  const pool = new pg.Pool({
    ...(address.connectionString === undefined
      ? { ...address, user: "sanaq", database: "postgres" }
      : { connectionString: address.connectionString }),
    max: 10,
    types,
  });
  // A connection that breaks while idle is replaced by the pool; the next query says what is wrong.
  pool.on("error", () => undefined);
  return {
    ...connectionOf(pool),
    transaction: async (work) => {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query("BEGIN");
        const value = await work(connectionOf(client));
        await client.query("COMMIT");
        return value;
      } catch (failure) {
        await client.query("ROLLBACK").catch((error: unknown) => (broken = error instanceof Error ? error : undefined));
        throw failure;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

const migrations = join(import.meta.dirname, "migrations");
/** Any number that only this program uses: two starts at once migrate one after the other. */
const migrationLock = 7_261_920;

/** Brings the schema to the newest version; numbers count up by one and a gap throws. */
export async function migrateDatabase(address: DatabaseAddress): Promise<void> {
  const numbers = readdirSync(migrations)
    .map((name) => Number(name.split(".")[0]))
    .toSorted((a, b) => a - b);
  if (numbers.some((number, index) => number !== index + 1)) throw new Error("migration numbers must count up by one");
  const client = new pg.Client(
    address.connectionString === undefined
      ? { ...address, user: "sanaq", database: "postgres" }
      : { connectionString: address.connectionString },
  );
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    const postgrator = new Postgrator({
      driver: "pg",
      database: client.database ?? "postgres",
      migrationPattern: join(migrations, "*.sql"),
      schemaTable: "schema_version",
      execQuery: (query) => client.query(query),
    });
    await postgrator.migrate();
  } finally {
    await client.end();
  }
}

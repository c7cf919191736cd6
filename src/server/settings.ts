// What the environment says, read once at the start (README, "Commands").
import { resolve } from "node:path";
import { z } from "zod";

export const roles = ["collector", "opener", "console", "tablet"] as const;
export type Role = (typeof roles)[number];

const Environment = z.object({
  SANAQ_HOST: z.string().min(1).default("127.0.0.1"),
  SANAQ_PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  SANAQ_DATA_DIR: z.string().min(1).default("./data"),
  DATABASE_URL: z.string().min(1).optional(),
  SANAQ_ROLES: z.string().default(roles.join(",")),
  NODE_ENV: z.string().optional(),
});

export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Null = the embedded PostgreSQL. */
  readonly databaseUrl: string | null;
  readonly roles: ReadonlySet<Role>;
  readonly isProduction: boolean;
}

/** Throws with the name of the variable that is wrong. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) throw new Error(`wrong environment: ${parsed.error.issues[0]?.path.join(".") ?? ""}`);
  const { data } = parsed;
  const wanted = data.SANAQ_ROLES.split(",").map((role) => role.trim());
  return {
    host: data.SANAQ_HOST,
    port: data.SANAQ_PORT,
    dataDir: resolve(data.SANAQ_DATA_DIR),
    databaseUrl: data.DATABASE_URL ?? null,
    roles: new Set(roles.filter((role) => wanted.includes(role))),
    isProduction: data.NODE_ENV === "production",
  };
}

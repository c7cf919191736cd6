import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings } from "../../../src/server/settings.ts";

describe("the server's settings", () => {
  it("are a loopback address, a local folder, the embedded PostgreSQL and every role where nothing is said", () => {
    expect(readSettings({})).toEqual({
      host: "127.0.0.1",
      port: 8080,
      dataDir: resolve("./data"),
      databaseUrl: null,
      roles: new Set(["collector", "opener", "console", "tablet"]),
      isProduction: false,
    });
  });

  it("are what the environment says", () => {
    const settings = readSettings({
      SANAQ_HOST: "10.0.0.5",
      SANAQ_PORT: "443",
      SANAQ_DATA_DIR: "/srv/sanaq",
      DATABASE_URL: "postgres://db/sanaq",
      SANAQ_ROLES: "collector, tablet",
      NODE_ENV: "production",
    });
    expect(settings).toEqual({
      host: "10.0.0.5",
      port: 443,
      dataDir: "/srv/sanaq",
      databaseUrl: "postgres://db/sanaq",
      roles: new Set(["collector", "tablet"]),
      isProduction: true,
    });
  });

  it.each(["-1", "65536", "80.5", "http"])("refuse the port %s by the variable's name", (port) => {
    expect(() => readSettings({ SANAQ_PORT: port })).toThrow("SANAQ_PORT");
  });

  it("never take a role that was not asked for", () => {
    expect(readSettings({ SANAQ_ROLES: "collector" }).roles).toEqual(new Set(["collector"]));
  });
});

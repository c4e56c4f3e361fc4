import { describe, expect, it } from "vitest";
import { ConfigError, parseConfig } from "#bot/platform/config.ts";

const complete = {
  LINE_CHANNEL_ID: "1650000000",
  LINE_CHANNEL_SECRET: "a-secret-nobody-may-read",
  MONGODB_URI: "mongodb://a.example:27017,b.example:27017/ict?replicaSet=rs0",
  PUBLIC_URL: "https://ict.example.go.th/",
};

function refusal(environment: Record<string, string>): ConfigError {
  try {
    parseConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error("This configuration was accepted.");
}

function badVariables(changes: Record<string, string>): string[] {
  return refusal({ ...complete, ...changes }).problems.map(({ variable }) => variable);
}

describe("configuration", () => {
  it("starts on the four variables that have no default", () => {
    const config = parseConfig(complete);
    expect(config.port).toBe(3000);
    expect(config.publicUrl).toBe("https://ict.example.go.th");
    expect(config.trustProxy).toBe("loopback");
    expect(config.line.apiBaseUrl).toBe("https://api.line.me");
    expect(config.line.isRealLine).toBe(true);
    expect(config.line.liffId).toBeUndefined();
  });

  it("names every variable that is missing, each with its remedy", () => {
    const { message, problems } = refusal({});
    expect(problems.map(({ variable }) => variable)).toEqual(["LINE_CHANNEL_ID", "LINE_CHANNEL_SECRET", "MONGODB_URI", "PUBLIC_URL"]);
    for (const { variable, remedy } of problems) {
      expect(message).toContain(`${variable}: ${remedy}`);
      expect(remedy).toMatch(/[ก-๙].* · .*[a-z]/);
    }
  });

  it("takes an empty line of .env for a variable that is not set", () => {
    expect(parseConfig({ ...complete, LIFF_ID: "", PORT: " " }).port).toBe(3000);
    expect(refusal({ ...complete, MONGODB_URI: "" }).problems).toHaveLength(1);
  });

  it.each([
    ["PORT", "tcp"],
    ["PORT", "70000"],
    ["PORT", "30.5"],
    ["MONGODB_URI", "postgres://db.example/ict"],
    ["MONGODB_URI", "mongodb:/db.example"],
    ["PUBLIC_URL", "ict.example.go.th"],
    ["LINE_API_BASE_URL", "api.line.me"],
    ["TRUST_PROXY", "true"],
    ["METRICS_TOKEN", "two words"],
    ["LOG_LEVEL", "loud"],
  ])("refuses %s=%s and names only that one", (variable, value) => {
    expect(badVariables({ [variable]: value })).toEqual([variable]);
  });

  it("tells all mistakes at once", () => {
    expect(badVariables({ PORT: "-1", PUBLIC_URL: "http://ict.example.go.th", MONGODB_URI: "db" }).sort()).toEqual([
      "MONGODB_URI",
      "PORT",
      "PUBLIC_URL",
    ]);
  });

  it("wants https towards LINE, and lets a simulator do with http", () => {
    expect(badVariables({ PUBLIC_URL: "http://ict.example.go.th" })).toEqual(["PUBLIC_URL"]);
    const config = parseConfig({ ...complete, PUBLIC_URL: "http://127.0.0.1:3000", LINE_API_BASE_URL: "http://127.0.0.1:4000/" });
    expect(config.line.isRealLine).toBe(false);
    expect(config.line.apiBaseUrl).toBe("http://127.0.0.1:4000");
  });

  it("is not fooled by a host that only begins like LINE's", () => {
    expect(parseConfig({ ...complete, LINE_API_BASE_URL: "https://api.line.me.example.org" }).line.isRealLine).toBe(false);
  });

  it("reads whom to trust as Express wants it", () => {
    const trust = (text: string) => parseConfig({ ...complete, TRUST_PROXY: text }).trustProxy;
    expect([trust("false"), trust("2"), trust("loopback, 10.0.0.0/8")]).toEqual([false, 2, "loopback, 10.0.0.0/8"]);
  });

  it("never prints a value, since some are secrets", () => {
    const { message } = refusal({ ...complete, LINE_CHANNEL_SECRET: "half a-secret", MONGODB_URI: "mongo://user:hunter2@db" });
    expect(message).not.toMatch(/a-secret|hunter2/);
  });
});

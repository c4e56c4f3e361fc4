import { describe, expect, it } from "vitest";
import { readRole } from "#bot/services/directory/read-role.ts";
import { roleColumn } from "#bot/services/people/scope-words.ts";
import { systemNames } from "#models/requests/parts/systems.ts";

describe("the role column of a data owner", () => {
  it("says all systems or one, and is written as it is read", () => {
    expect(readRole("data-owner", null)).toEqual({ grant: { role: "data-owner", scope: { kind: "office" } } });
    for (const system of systemNames) {
      const read = readRole(`Data-Owner: ${system.toUpperCase()}`, null);
      expect(read).toEqual({ grant: { role: "data-owner", scope: { kind: "system", system } } });
      if ("grant" in read && read.grant) expect(roleColumn(read.grant, null)).toBe(`data-owner:${system}`);
    }
  });

  it("names the systems where it is none of them", () => {
    expect(readRole("data-owner:constructor", null)).toEqual({ problem: expect.stringContaining("dmc, schoolmis") });
    expect(readRole("director:dmc", null)).toHaveProperty("problem");
  });
});

import { expect, it } from "vitest";
import { systemIds, uuidV7 } from "#bot/platform/ids.ts";

it("makes ids that LINE takes as retry keys and that sort by the time they were made", () => {
  const zeros = new Uint8Array(10);
  const ones = new Uint8Array(10).fill(255);
  expect(systemIds.next()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(uuidV7(1_795_471_200_000, ones) < uuidV7(1_795_471_200_001, zeros)).toBe(true);
});

it("does not make the same id twice", () => {
  const made = new Set(Array.from({ length: 10_000 }, () => systemIds.next()));
  expect(made.size).toBe(10_000);
});

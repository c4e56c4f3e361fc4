import { describe, expect, it } from "vitest";
import { currentSlot, nextSlot } from "#bot/notifications/digest-slots.ts";
import { openCalendar } from "#models/workflows/office-calendar.ts";

const hours = { opens: "08:30", closes: "16:30", days: [1, 2, 3, 4, 5] };
const calendar = openCalendar(hours, new Set(["2026-12-07"]));
const at = (moment: string) => new Date(`${moment}:00+07:00`);

describe("digest slots", () => {
  it.each([
    ["2026-11-23T08:29", null],
    ["2026-11-23T08:30", "2026-11-23T08:30"],
    ["2026-11-23T12:59", "2026-11-23T08:30"],
    ["2026-11-23T13:00", "2026-11-23T13:00"],
    ["2026-11-23T16:30", null],
    ["2026-11-22T09:00", null],
    ["2026-12-07T09:00", null],
  ])("belong to working days, mornings and afternoons: %s → %s", (moment, slot) => {
    expect(currentSlot(at(moment), calendar)).toBe(slot);
  });

  it.each([
    ["2026-11-23T07:00", "2026-11-23T08:30"],
    ["2026-11-23T08:30", "2026-11-23T13:00"],
    ["2026-11-23T13:00", "2026-11-24T08:30"],
    ["2026-12-04T15:00", "2026-12-08T08:30"],
  ])("come next after %s at %s, over weekends and holidays", (moment, slot) => {
    expect(nextSlot(at(moment), calendar)).toEqual(at(slot));
  });
});

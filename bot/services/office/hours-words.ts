import { showTime } from "#models/fields/thai/times.ts";
import type { OfficeHours } from "#models/workflows/office-calendar.ts";

const dayNames = ["จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์"];

/** "จันทร์–ศุกร์ 08.30–16.30 น.": days in a row become a span. */
export function hoursWords({ opens, closes, days }: OfficeHours): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const day of sorted) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const words = runs.map((run) => {
    const names = [run[0], run.at(-1)].map((day) => dayNames[(day ?? 1) - 1] ?? "");
    return run.length === 1 ? names[0] : names.join(run.length === 2 ? " " : "–");
  });
  return `${words.join(" ")} ${opens.replace(":", ".")}–${showTime(closes)}`;
}

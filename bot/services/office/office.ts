import type { ServiceContext } from "#bot/services/service-context.ts";
import type { OfficeView } from "#models/conversations/conversation.ts";
import type { Category } from "#models/conversations/understanding.ts";
import { HolidayModel } from "#models/documents/holiday.document.ts";
import { SettingModel } from "#models/documents/setting.document.ts";
import { groupOf } from "#models/requests/routing.ts";
import { type OfficeCalendar, openCalendar } from "#models/workflows/office-calendar.ts";
import { hoursWords } from "./hours-words.ts";
import { type OfficeSettings, officeSettings } from "./settings.ts";

/** The office as it works now: settings, calendar with holidays, routing. */
export type Office = OfficeSettings & {
  calendar: OfficeCalendar;
  /** the group of work that takes a category here */
  groupFor(category: Category): number;
};

// Settings change a few times a year; every turn reads them.
const keptForMs = 5_000;
let kept: { office: Promise<Office>; until: number } | null = null;

/** Reads settings and holidays, kept in the process for 5 s. Broken settings count as unset, field by field. */
export function readOffice(_ctx: ServiceContext): Promise<Office> {
  // The machine's own clock on purpose: a test that moves its clock for days still reads what it wrote through forgetOffice.
  const now = performance.now();
  if (kept && kept.until > now) return kept.office;
  const office = loadOffice();
  kept = { office, until: now + keptForMs };
  office.catch(() => forgetOffice());
  return office;
}

/** Makes the next read fresh; whoever writes settings or holidays calls it. */
export function forgetOffice(): void {
  kept = null;
}

async function loadOffice(): Promise<Office> {
  const [setting, holidays] = await Promise.all([SettingModel.findById("office").lean(), HolidayModel.find({}, { _id: 1 }).lean()]);
  const settings = readSettings(setting?.value);
  return {
    ...settings,
    calendar: openCalendar(settings.hours, new Set(holidays.map(({ _id }) => _id))),
    groupFor: (category) => settings.routing[category] ?? groupOf(category),
  };
}

/** Stored settings as they count: what is unset or broken has its default, field by field. */
export function readSettings(value: unknown): OfficeSettings {
  const parsed = officeSettings.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  const broken = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  const sound = typeof value === "object" && value ? Object.entries(value).filter(([key]) => !broken.has(key)) : [];
  return officeSettings.parse(Object.fromEntries(sound));
}

/** What the office says of itself in a talk. */
export function officeView(office: Office, now: Date): OfficeView {
  const nextOpening = office.calendar.nextOpening(now);
  return {
    name: office.name,
    phone: office.phone,
    hours: hoursWords(office.hours),
    isOpenNow: nextOpening.getTime() === now.getTime(),
    nextOpening,
  };
}

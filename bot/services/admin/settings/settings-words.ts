import { type ChangedField, changedFields } from "#bot/services/admin/record-change.ts";
import { hoursWords } from "#bot/services/office/hours-words.ts";
import type { OfficeSettings } from "#bot/services/office/settings.ts";
import type { Targets } from "#bot/services/office/targets.ts";
import { categories, urgencies } from "#models/conversations/understanding.ts";
import { categoryLabels, urgencyLabels } from "#models/requests/categories.ts";
import { groupOf } from "#models/requests/routing.ts";

type Words = (from: OfficeSettings, to: OfficeSettings) => ChangedField[];
type SettingAction = "set-office" | "set-paper" | "set-hours" | "set-routing" | "set-reserve" | "set-targets";

/** What of the settings differs, in shown words, by the action that the audit trail knows it under. */
export function settingChanges(from: OfficeSettings, to: OfficeSettings): { action: SettingAction; changes: ChangedField[] }[] {
  const parts = Object.entries(words) as [SettingAction, Words][];
  return parts
    .map(([action, wordsOf]) => ({ action, changes: changedFields(wordsOf(from, to)) }))
    .filter(({ changes }) => changes.length > 0);
}

const words: Record<SettingAction, Words> = {
  "set-office": (from, to) => [
    { label: "ชื่อสำนักงาน", from: from.name, to: to.name },
    { label: "โทรศัพท์", from: from.phone, to: to.phone },
  ],
  "set-paper": (from, to) => [
    { label: "ส่วนราชการ", from: from.agency, to: to.agency },
    { label: "เรียนถึง", from: from.director, to: to.director },
    { label: "ตราของสำนักงาน", from: emblemWords(from), to: emblemWords(to) },
  ],
  "set-hours": (from, to) => [{ label: "เวลาทำการ", from: hoursWords(from.hours), to: hoursWords(to.hours) }],
  "set-routing": (from, to) =>
    categories.map((category) => {
      const group = ({ routing }: OfficeSettings) => `กลุ่มงานที่ ${routing[category] ?? groupOf(category)}`;
      return { label: categoryLabels[category], from: group(from), to: group(to) };
    }),
  "set-reserve": (from, to) => [{ label: "สำรองไว้สำหรับงานด่วน", from: `${from.reserve} ข้อความ`, to: `${to.reserve} ข้อความ` }],
  "set-targets": (from, to) =>
    urgencies.flatMap((urgency) => [
      { label: `${urgencyLabels[urgency]} เริ่มภายใน`, from: startWords(from.targets[urgency]), to: startWords(to.targets[urgency]) },
      {
        label: `${urgencyLabels[urgency]} เสร็จภายใน`,
        from: `${from.targets[urgency].finishDays} วันทำการ`,
        to: `${to.targets[urgency].finishDays} วันทำการ`,
      },
    ]),
};

/** Which picture it is has no words: its id tells one from another. */
const emblemWords = ({ emblem }: OfficeSettings): string => (emblem === null ? "ไม่มี" : `รูป ${emblem.slice(-6)}`);

function startWords({ start }: Targets[keyof Targets]): string {
  return `${start.amount} ${start.unit === "hours" ? "ชั่วโมงทำการ" : "วันทำการ"}`;
}

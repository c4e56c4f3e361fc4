import { defineQuery } from "#models/conversations/define-reply.ts";
import type { Workload } from "#models/conversations/effects.ts";
import { staffOnly } from "#models/conversations/requests/lists.talk.ts";
import { refusalWords } from "#models/conversations/requests/refusal-words.ts";
import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import { showDate } from "#models/fields/thai/dates.ts";
import { card, openPage, start } from "#models/messages/build.ts";

/** Who has how much, and who is away: for the head, who assigns. */
export const workload = defineQuery<"workload">({
  id: "workload",
  name: "ภาระงาน",
  query: (_, context) => (context.person?.isHead ? { do: "workload" } : [staffOnly(context)]),
  answer({ people, unassigned }, { now }) {
    const rows = people.slice(0, 20).map((person) => ({ label: `${person.open} งาน`, value: personWords(person, now) }));
    const actions = [start("งานที่ยังไม่มีคนรับ", "queue"), start("งานล่าช้า", "late"), start("บันทึกการลา", "away")];
    const page = openPage("ดูภาระงานทั้งหมด", { to: "workload" });
    const content = { title: "ภาระงาน", subtitle: `ยังไม่มีคนรับ ${unassigned} เรื่อง`, rows, actions: [...actions, page] };
    return { messages: [card(content, { choices: actions })] };
  },
  refused: ({ refusal }, context) => refusalWords(refusal, context),
});

/** The name stands in a card's wide column: a name is longer than a count. */
function personWords({ name, late, awayUntil }: Workload, now: Date): string {
  const away = awayUntil && awayUntil > now ? `ไม่อยู่ถึง ${showDate(bangkokDate(new Date(awayUntil.getTime() - 1)))}` : "";
  return [name, late > 0 ? `เลยกำหนด ${late}` : "", away].filter(Boolean).join(" · ");
}

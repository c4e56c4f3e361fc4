import { choiceField } from "#models/fields/kinds/choice.ts";
import { dateField } from "#models/fields/kinds/date.ts";
import { schoolField } from "#models/fields/kinds/picked.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { categoryLabels } from "#models/requests/categories.ts";
import { type Answers, defineForm } from "#models/requests/define-form.ts";
import { type SystemName, systemLabels } from "#models/requests/parts/systems.ts";
import { groupOf } from "#models/requests/routing.ts";
import { roleScopes } from "#models/workflows/role-scopes.ts";
import { type Role, roleLabels } from "#models/workflows/roles.ts";

/** A teacher holds no role: whoever registers is one. */
const given = Object.fromEntries(Object.entries(roleLabels).filter(([role]) => role !== "teacher"));
const groups = [...new Set((Object.keys(categoryLabels) as (keyof typeof categoryLabels)[]).map(groupOf))].sort();

const everySystem = "all";

const roleFields = {
  role: choiceField({ label: "สิทธิ์", choices: given }),
  reach: choiceField({ label: "ใช้ได้ที่", choices: { office: "ทั้งสำนักงาน", group: "กลุ่มงานเดียว" } }),
  group: choiceField({ label: "กลุ่มงาน", choices: Object.fromEntries(groups.map((group) => [String(group), `กลุ่มงานที่ ${group}`])) }),
  school: schoolField({ label: "โรงเรียน" }),
  system: choiceField({ label: "ระบบ", choices: { [everySystem]: "ทุกระบบ", ...systemLabels } }),
};

const scopesOf = ({ role }: Answers) => roleScopes[role as Role] ?? [];
const hasChoice = (answers: Answers) => scopesOf(answers).includes("group") && scopesOf(answers).length > 1;
const isOfGroup = (answers: Answers) => (hasChoice(answers) ? answers.reach === "group" : scopesOf(answers)[0] === "group");
const shownWhen = {
  reach: hasChoice,
  group: isOfGroup,
  school: (answers: Answers) => scopesOf(answers)[0] === "school",
  system: (answers: Answers) => scopesOf(answers).includes("system"),
};
const rules = [
  {
    at: "school" as const,
    message: "เลือกโรงเรียนจากรายการที่ขึ้นมานะคะ",
    holds: ({ school }: { school?: { code: string | null } }) => school === undefined || school.code !== null,
  },
];

/** A role and where it holds. */
export const invitationForm = defineForm({ id: "invitation", version: 1, title: "เชิญ", fields: roleFields, shownWhen, rules });

/** A role for somebody, from when until when, and in whose place. */
export const grantForm = defineForm({
  id: "grant",
  version: 1,
  title: "เพิ่มสิทธิ์",
  fields: {
    ...roleFields,
    from: dateField({ label: "เริ่มวันที่", help: "เว้นว่าง คือเริ่มทันที", optional: true }),
    until: dateField({ label: "ถึงวันที่", help: "เว้นว่าง คือไม่มีกำหนด", optional: true }),
    actingFor: textField({ label: "รักษาราชการแทน", help: "ถ้ามี เช่น ผอ.กลุ่ม", max: 120, optional: true }),
  },
  shownWhen,
  rules: [
    ...rules,
    {
      at: "until" as const,
      message: "วันสิ้นสุดต้องไม่ก่อนวันเริ่มนะคะ",
      holds: ({ from = "", until }: { from?: string; until?: string }) => until === undefined || until >= from,
    },
  ],
});

type GivenScope =
  | { kind: "office" }
  | { kind: "system"; system: SystemName }
  | { kind: "group"; group: number; zones: string[] }
  | { kind: "school"; school: string };

/** What a form's answers say of role and scope, as the server takes it. `zones` narrow a group; none: all. */
export function grantOf(answers: Answers, zones: readonly string[]): { role: Role; scope: GivenScope } {
  const role = answers.role as Role;
  if (answers.school) return { role, scope: { kind: "school", school: (answers.school as { code: string }).code } };
  if (answers.group) return { role, scope: { kind: "group", group: Number(answers.group), zones: [...zones] } };
  if (answers.system && answers.system !== everySystem) return { role, scope: { kind: "system", system: answers.system as SystemName } };
  return { role, scope: { kind: "office" } };
}

/** The server's name of what it refuses, as the field that asks for it. */
export function refusedFields(answers: Answers, { scope, ...fields }: Readonly<Record<string, string>>): Record<string, string> {
  if (scope === undefined) return fields;
  const at = (["school", "group", "system"] as const).find((field) => answers[field]) ?? "role";
  return { ...fields, [at]: scope };
}

import type { Actor, Role } from "#models/workflows/roles.ts";
import { matchesRule, type RequestRelation, type Rule } from "#models/workflows/rule.ts";

const person = (personId: string, name: string, position: string, ...roles: Role[]): Actor => ({
  personId,
  name,
  position,
  schoolCode: personId === "school-director" || personId === "teacher" ? "24010001" : null,
  grants: roles.map((role) => ({
    role,
    scope: role === "school-director" ? { kind: "school", school: "24010001" } : { kind: "office" },
    from: new Date(0),
    until: null,
    actingFor: null,
  })),
});

/** Who asks in the samples, at a school and at the centre. */
export const inventedTeacher = person("teacher", "สมหญิง ตัวอย่าง", "ครูชำนาญการ");
export const inventedStaff = person("staff", "มานะ ใจงาม", "นักวิชาการคอมพิวเตอร์", "staff");

const people = [
  inventedTeacher,
  inventedStaff,
  person("colleague", "วิชัย ทดลอง", "นักวิชาการศึกษา", "staff"),
  person("school-director", "ประไพ สมมุติ", "ผู้อำนวยการโรงเรียน", "school-director"),
  person("group-head", "อารีย์ ตั้งใจ", "หัวหน้ากลุ่มงาน", "group-head"),
  person("data-owner", "สุดา ข้อมูลดี", "เจ้าของข้อมูล", "data-owner"),
  person("centre-head", "เกษม ศูนย์ทดลอง", "หัวหน้าศูนย์", "centre-head"),
  person("director", "บุญมี สมมุติ", "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา", "director"),
];

/** Who of them does something by these rules, the first that is named first; null where nobody may. */
export function whoDoes(rules: Rule[], request: RequestRelation): Actor | null {
  const found = rules.flatMap((rule) => people.filter((one) => matchesRule(rule, one, request)));
  return found[0] ?? null;
}

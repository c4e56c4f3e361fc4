import { SchoolModel } from "#models/documents/school.document.ts";
import { type Role, roles, type Scope } from "#models/workflows/roles.ts";
import { Remedy } from "#scripts/support/run-script.ts";

/** As given on the command line. */
export type Asked = { role?: string; group?: string; zone?: string[]; school?: string };

const usage = [
  "วิธีใช้: npm run invite -- --role บทบาท [--group 1] [--zone A] [--school รหัสโรงเรียน]",
  `  บทบาท: ${roles.join(", ")}`,
  "  --group   กลุ่มงาน 1 ถึง 9 (staff, group-head)",
  "  --zone    โซนของโรงเรียน ใส่ได้หลายครั้ง (staff)",
  "  --school  รหัสโรงเรียน (school-director)",
].join("\n");

/**
 * What an invitation gives: a role and where it holds.
 * @throws Remedy for a role that does not exist, or one whose group or school is missing
 */
export async function readInvitation(asked: Asked): Promise<{ role: Role; scope: Scope }> {
  const role = roles.find((known) => known === asked.role);
  if (!role) throw new Remedy(asked.role ? `ไม่มีบทบาท ${asked.role} ค่ะ\n${usage}` : usage);
  if (role === "staff" || role === "group-head") return { role, scope: groupScope(role, asked) };
  if (asked.group || asked.zone) throw new Remedy(`${role} ไม่ผูกกับกลุ่มงานหรือโซนค่ะ ใส่ --group และ --zone กับ staff หรือ group-head เท่านั้นนะคะ`);
  if (role === "school-director" || asked.school) return { role, scope: await schoolScope(role, asked.school) };
  return { role, scope: { kind: "office" } };
}

function groupScope(role: Role, { group, zone = [], school }: Asked): Scope {
  if (school) throw new Remedy(`${role} ไม่ผูกกับโรงเรียนค่ะ ตัด --school ออกนะคะ`);
  if (group === undefined && role === "staff" && zone.length === 0) return { kind: "office" };
  if (!/^[1-9]$/.test(group ?? "")) throw new Remedy(`${role} อยู่กลุ่มงานไหนคะ ใส่ --group เป็นเลข 1 ถึง 9 เช่น --group 1 นะคะ`);
  const zones = zone.flatMap((names) => names.split(/[,+]/)).map((name) => name.trim());
  return { kind: "group", group: Number(group), zones: zones.filter(Boolean) };
}

async function schoolScope(role: Role, code: string | undefined): Promise<Scope> {
  if (role !== "school-director" && role !== "teacher") throw new Remedy(`${role} ไม่ผูกกับโรงเรียนค่ะ ตัด --school ออกนะคะ`);
  if (!code) throw new Remedy("ผู้อำนวยการโรงเรียนไหนคะ ใส่ --school รหัสโรงเรียน เช่น --school 99010001 นะคะ");
  if (!(await SchoolModel.exists({ _id: code })))
    throw new Remedy(`ไม่มีโรงเรียนรหัส ${code} ในทะเบียนค่ะ นำเข้าด้วย npm run import -- schools ก่อนนะคะ`);
  return { kind: "school", school: code };
}

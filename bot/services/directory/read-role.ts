import { systemLabels, systemNames } from "#models/requests/parts/systems.ts";
import { type Role, roles, type Scope } from "#models/workflows/roles.ts";

export type RoleGrant = { role: Role; scope: Scope };

/**
 * Reads the role column of a list of people, and the --role of an invitation: a role's plain name, or with the group of work
 * and school zones, or the system, it holds for: `staff` (the whole office), `staff:1`, `staff:1:A+B`, `group-head:1`, `data-owner:dmc`. A school director's
 * school is the person's own. An empty column is a teacher, who needs no grant: null.
 */
export function readRole(text: string, schoolCode: string | null): { grant: RoleGrant | null } | { problem: string } {
  const [name = "", group = "", zones = ""] =
    text.trim().toLowerCase() === ""
      ? ["teacher"]
      : text
          .trim()
          .split(":")
          .map((part) => part.trim());
  const role = roles.find((known) => known === name.toLowerCase());
  if (!role) return { problem: `ไม่มีบทบาท "${name.slice(0, 30)}" ค่ะ ใช้ได้: ${roles.join(", ")}` };
  if (role === "teacher") return { grant: null };
  if (role === "school-director") {
    return schoolCode
      ? { grant: { role, scope: { kind: "school", school: schoolCode } } }
      : { problem: "school-director ต้องมีโรงเรียนที่อยู่ในทะเบียน นำเข้าโรงเรียนก่อนนะคะ" };
  }
  if (role === "data-owner" && group !== "") return ofSystem(group.toLowerCase());
  if (group !== "") return ofGroup(role, group, zones);
  return role === "group-head"
    ? { problem: "group-head ต้องบอกกลุ่มงาน เช่น group-head:1 ค่ะ" }
    : { grant: { role, scope: { kind: "office" } } };
}

function ofSystem(system: string): { grant: RoleGrant } | { problem: string } {
  if (Object.hasOwn(systemLabels, system)) return { grant: { role: "data-owner", scope: { kind: "system", system } } };
  return { problem: `ไม่มีระบบ "${system.slice(0, 30)}" ค่ะ ใช้ได้: ${systemNames.join(", ")}` };
}

function ofGroup(role: Role, group: string, zones: string): { grant: RoleGrant } | { problem: string } {
  if (role !== "staff" && role !== "group-head") return { problem: `${role} ใช้ทั้งสำนักงาน เขียนโดยไม่ใส่กลุ่มงานนะคะ` };
  if (!/^[1-9]$/.test(group)) return { problem: `กลุ่มงาน "${group.slice(0, 10)}" ต้องเป็นเลข 1 ถึง 9 ค่ะ` };
  const names = zones
    .split("+")
    .map((zone) => zone.trim())
    .filter(Boolean);
  return { grant: { role, scope: { kind: "group", group: Number(group), zones: names } } };
}

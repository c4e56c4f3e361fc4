import { type SystemName, systemLabels } from "#models/requests/parts/systems.ts";
import { type Grant, type Role, roleLabels, type Scope } from "#models/workflows/roles.ts";

/** Where a role holds, in words: "กลุ่มงานที่ 1 โซน A, B". `schoolName` where the scope is a school of the directory. */
export function scopeWords(scope: Scope, schoolName?: string): string {
  switch (scope.kind) {
    case "office":
      return "ทั้งสำนักงาน";
    case "group":
      return `กลุ่มงานที่ ${scope.group}${scope.zones.length > 0 ? ` โซน ${scope.zones.join(", ")}` : " ทุกโซน"}`;
    case "school":
      return schoolName ?? `โรงเรียนรหัส ${scope.school}`;
    case "case":
      return "เฉพาะเรื่องที่แต่งตั้ง";
    case "system":
      return `ระบบ ${Object.hasOwn(systemLabels, scope.system) ? systemLabels[scope.system as SystemName] : scope.system}`;
  }
}

/** "เจ้าหน้าที่ (กลุ่มงานที่ 1 โซน A)". */
export function grantWords({ role, scope }: { role: Role; scope: Scope }, schoolName?: string): string {
  return `${roleLabels[role]} (${scopeWords(scope, schoolName)})`;
}

/** Whether two scopes are one; the order of zones is nothing. */
export function isSameScope(one: Scope, other: Scope): boolean {
  if (one.kind === "group" && other.kind === "group") return one.group === other.group && zonesKey(one.zones) === zonesKey(other.zones);
  if (one.kind === "school" && other.kind === "school") return one.school === other.school;
  if (one.kind === "case" && other.kind === "case") return one.case === other.case;
  if (one.kind === "system" && other.kind === "system") return one.system === other.system;
  return one.kind === other.kind;
}

const zonesKey = (zones: string[]) => [...zones].sort().join("+");

/** The role column of a list of people for a grant (read-role.ts reads it); null where it cannot say it. */
export function roleColumn({ role, scope }: Pick<Grant, "role" | "scope">, ownSchool: string | null): string | null {
  if (role === "teacher") return null;
  if (scope.kind === "office") return role === "group-head" || role === "school-director" ? null : role;
  if (scope.kind === "school") return role === "school-director" && scope.school === ownSchool ? role : null;
  if (scope.kind === "system") return role === "data-owner" && Object.hasOwn(systemLabels, scope.system) ? `${role}:${scope.system}` : null;
  if (scope.kind !== "group" || (role !== "staff" && role !== "group-head")) return null;
  if (!/^[1-9]$/.test(String(scope.group)) || scope.zones.some((zone) => zone === "" || /[+:]|^\s|\s$/.test(zone))) return null;
  return [role, scope.group, ...(scope.zones.length > 0 ? [scope.zones.join("+")] : [])].join(":");
}

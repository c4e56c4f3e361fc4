export const roles = ["teacher", "school-director", "staff", "group-head", "centre-head", "director", "data-owner", "admin"] as const;
export type Role = (typeof roles)[number];

/** Roles as people call them. */
export const roleLabels: Record<Role, string> = {
  teacher: "ครู",
  "school-director": "ผู้อำนวยการโรงเรียน",
  staff: "เจ้าหน้าที่",
  "group-head": "หัวหน้ากลุ่มงาน",
  "centre-head": "หัวหน้าศูนย์",
  director: "ผู้อำนวยการเขตพื้นที่",
  "data-owner": "เจ้าของข้อมูล",
  admin: "ผู้ดูแลระบบ",
};

/** Where a grant holds. A staff grant of a group may be narrowed to school zones; empty means all. */
export type Scope =
  | { kind: "office" }
  | { kind: "group"; group: number; zones: string[] }
  | { kind: "school"; school: string }
  | { kind: "case"; case: string }
  | { kind: "system"; system: string };

/** A person's right to act in a role: from, until and acting for whom. */
export type Grant = { role: Role; scope: Scope; from: Date; until: Date | null; actingFor: string | null };

/** Who acts: the person with the grants that hold now. The system itself acts as `systemActor`. */
export type Actor = { personId: string; name: string; position: string; schoolCode: string | null; grants: Grant[] };

export const systemActor: Actor = { personId: "system", name: "ระบบ", position: "", schoolCode: null, grants: [] };

/** The grants that hold at a moment. */
export function grantsAt(grants: Grant[], now: Date): Grant[] {
  return grants.filter((g) => g.from <= now && (g.until === null || g.until > now));
}

/** Works for the centre: sees its queue and other people's requests within the scope. */
export function isStaff(actor: Actor): boolean {
  return actor.grants.some((g) => g.role === "staff" || g.role === "group-head" || g.role === "centre-head");
}

/** How somebody stands to the office's work: staff do it, a director or data owner decides on it, everyone else asks for it. */
export type Standing = "staff" | "director" | "teacher";

/** Who is several of these is served as the first. */
export function standingOf(actor: Actor): Standing {
  if (isStaff(actor)) return "staff";
  return actor.grants.some((g) => g.role === "director" || g.role === "data-owner") ? "director" : "teacher";
}

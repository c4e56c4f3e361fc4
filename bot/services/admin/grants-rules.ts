import { SchoolModel } from "#models/documents/school.document.ts";
import type { AnswerProblem } from "#models/requests/parse-answers.ts";
import { roleScopes } from "#models/workflows/role-scopes.ts";
import type { Role, Scope } from "#models/workflows/roles.ts";

const remedies: Partial<Record<Role, AnswerProblem>> = {
  teacher: { field: "role", message: "ครูไม่ต้องให้สิทธิ์ค่ะ ลงทะเบียนแล้วใช้ได้เลย" },
  "school-director": { field: "scope", message: "เลือกโรงเรียนของผู้อำนวยการนะคะ" },
  staff: { field: "scope", message: "เลือกทั้งสำนักงาน หรือกลุ่มงานของเจ้าหน้าที่นะคะ" },
  "data-owner": { field: "scope", message: "เลือกทุกระบบ หรือระบบที่เป็นเจ้าของข้อมูลนะคะ" },
  "group-head": { field: "scope", message: "เลือกกลุ่มงานของหัวหน้านะคะ" },
};

/** What is wrong with giving a role for a scope; null when it may be given. */
export async function scopeProblem(role: Role, scope: Scope): Promise<AnswerProblem | null> {
  if (!roleScopes[role].includes(scope.kind)) return remedies[role] ?? { field: "scope", message: "บทบาทนี้ใช้ทั้งสำนักงานเท่านั้นค่ะ" };
  if (scope.kind === "school" && !(await SchoolModel.exists({ _id: scope.school }))) {
    return { field: "scope", message: "ไม่มีโรงเรียนนี้ในทะเบียนค่ะ เพิ่มโรงเรียนก่อนนะคะ" };
  }
  return null;
}

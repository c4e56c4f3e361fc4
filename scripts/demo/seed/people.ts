import { showPhone } from "#models/fields/thai/phone.ts";
import type { Grant } from "#models/workflows/roles.ts";
import { givenNames, surnameEnds, surnameFronts, teacherPositions } from "./names.ts";
import { lineUserIds, officeMembers } from "./personas.ts";
import type { Random } from "./random.ts";
import type { SeedSchool } from "./schools.ts";

export type SeedPerson = {
  id: string;
  name: string;
  position: string;
  school: { code: string | null; name: string };
  phone: string;
  lineUserId?: string;
  grants: Pick<Grant, "role" | "scope">[];
};

export const officeName = "ศูนย์ ICT สำนักงานเขตพื้นที่การศึกษาตัวอย่าง";

/** About 400: the office, and of each school its director and two or three teachers; the first teacher has one of the phones. */
export function seedPeople(random: Random, schools: SeedSchool[]): SeedPerson[] {
  let telephones = 0;
  // No subscriber has a number that begins with 080-000-0.
  const phone = () => showPhone({ digits: `0800000${String(++telephones).padStart(3, "0")}`, extension: null });
  const atOffice = officeMembers.map((member) => ({ ...member, school: { code: null, name: officeName }, phone: phone() }));
  const atSchools = schools.flatMap((school, at) => {
    const of = { code: school.code, name: school.name };
    const director = {
      id: `p-${school.code}-0`,
      name: inventName(random),
      position: "ผู้อำนวยการโรงเรียน",
      school: of,
      phone: phone(),
      grants: [{ role: "school-director" as const, scope: { kind: "school" as const, school: school.code } }],
      // The school of the teacher among the phones: she asks, he endorses.
      ...(at === 0 ? { lineUserId: lineUserIds.schoolDirector } : {}),
    };
    const teachers = Array.from({ length: random.between(2, 3) }, (_, n) => ({
      id: `p-${school.code}-${n + 1}`,
      name: inventName(random),
      position: random.pick(teacherPositions),
      school: of,
      phone: phone(),
      grants: [],
    }));
    return at === 0 ? [director, { ...persona, school: of, phone: phone() }, ...teachers] : [director, ...teachers];
  });
  return [...atOffice, ...atSchools];
}

/** The registered teacher among the phones. */
export const persona = { id: "p-teacher", name: "นางสมใจ เมฆพาเพลิน", position: "ครูชำนาญการ", lineUserId: lineUserIds.teacher, grants: [] };

function inventName(random: Random): string {
  const isWoman = random.chance(0.65);
  const title = isWoman ? random.pick(["นาง", "นางสาว"]) : "นาย";
  const given = random.pick(isWoman ? givenNames.women : givenNames.men);
  return `${title}${given} ${random.pick(surnameFronts)}${random.pick(surnameEnds)}`;
}

import { showPhone } from "#models/fields/thai/phone.ts";
import { districts, villageEnds, villageFronts } from "./names.ts";
import type { Random } from "./random.ts";

export type SeedSchool = { code: string; name: string; district: string; zone: string; phone: string };

/** 120 schools in zones A to D. Codes begin with 99 and telephones with 038-000: nobody has either. */
export function seedSchools(random: Random): SeedSchool[] {
  const villages = villageFronts.flatMap((front) => villageEnds.map((end) => front + end));
  return villages.map((village, at) => {
    const district = districts[at % districts.length] ?? districts[0];
    const kind = random.weighted([
      { weight: 7, of: (v: string) => `บ้าน${v}` },
      { weight: 3, of: (v: string) => `วัด${v}` },
      { weight: 1, of: (v: string) => `ชุมชน${v}` },
      { weight: 1, of: (v: string) => `อนุบาล${v}` },
    ]);
    const running = String(at + 1).padStart(3, "0");
    return {
      code: `99010${running}`,
      name: `โรงเรียน${kind.of(village)}`,
      district: district.name,
      zone: district.zone,
      phone: showPhone({ digits: `038000${running}`, extension: null }),
    };
  });
}

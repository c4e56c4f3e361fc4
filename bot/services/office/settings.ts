import { z } from "zod";
import { settingFields } from "#models/contracts/admin/settings.contract.ts";
import { defaultTargets } from "./targets.ts";

const { name, agency, director, emblem, hours, routing, reserve, targets } = settingFields;

/** What an office sets for itself, under the id "office" of the settings. An empty database has these defaults. */
export const officeSettings = z.object({
  name: name.default("ศูนย์ ICT"),
  // As it was written: a number that an admin's page would not take now is still shown.
  phone: z.string().max(40).default(""),
  agency: agency.default("สำนักงานเขตพื้นที่การศึกษา"),
  director: director.default("ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา"),
  emblem: emblem.default(null),
  hours: hours.default({ opens: "08:30", closes: "16:30", days: [1, 2, 3, 4, 5] }),
  routing: routing.default({}),
  reserve: reserve.default(60),
  targets: targets.default(defaultTargets),
});

export type OfficeSettings = z.infer<typeof officeSettings>;

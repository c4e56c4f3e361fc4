import type { ServiceContext } from "#bot/services/service-context.ts";
import type { WantedExport } from "#models/contracts/admin/exports.contract.ts";
import { importColumns } from "#models/contracts/import-columns.ts";
import { AccessEntryModel } from "#models/documents/access-entry.document.ts";
import { ChangeEntryModel } from "#models/documents/change-entry.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { addDays, bangkokMoment } from "#models/fields/thai/bangkok.ts";
import { changeRows, lookRows } from "./export-audit.ts";
import { holidayRows, peopleRows, schoolRows } from "./export-directory.ts";
import { requestColumns, requestRows } from "./export-requests.ts";

/** A spreadsheet bears more; a telephone's does not. */
export const mostRows = 50_000;

/** A list as it is sent: its file's name, its heading, its rows one by one. */
export type ExportedTable = { name: string; heading: readonly string[]; rows: AsyncIterable<string[]> };

/** Those of a span of days in Bangkok, both included. */
export function within({ from, until }: { from: string; until: string }): { $gte: Date; $lt: Date } {
  return { $gte: bangkokMoment(from), $lt: bangkokMoment(addDays(until, 1)) };
}

type Wanted<K extends WantedExport["kind"]> = Extract<WantedExport, { kind: K }>;

/** Requests of a span of days, as asked for. */
export function requestFilter({ from, until, state, group, category }: Wanted<"requests">) {
  return {
    createdAt: within({ from, until }),
    ...(state === "all" ? {} : { isOpen: state === "open" }),
    ...(group ? { group } : {}),
    ...(category ? { category } : {}),
  };
}

/** How many rows there would be; counting stops above the limit. Directories are never that long. */
export async function countExport(wanted: WantedExport): Promise<number> {
  const limit = mostRows + 1;
  switch (wanted.kind) {
    case "requests":
      return RequestModel.countDocuments(requestFilter(wanted), { limit });
    case "changes":
      return ChangeEntryModel.countDocuments({ at: within(wanted) }, { limit });
    case "looks":
      return AccessEntryModel.countDocuments({ at: within(wanted) }, { limit });
    default:
      return 0;
  }
}

/** The table of what is wanted. Schools, people and holidays have the columns of an import, which takes them back unchanged. */
export function exportTable(ctx: ServiceContext, wanted: WantedExport): ExportedTable {
  switch (wanted.kind) {
    case "schools":
      return { name: "schools", heading: importColumns.schools, rows: schoolRows() };
    case "people":
      return { name: "people", heading: importColumns.people, rows: peopleRows(ctx.clock.now()) };
    case "holidays":
      return { name: "holidays", heading: importColumns.holidays, rows: holidayRows() };
    case "requests":
      return {
        name: `requests-${wanted.from}-${wanted.until}`,
        heading: requestColumns,
        rows: requestRows(ctx, requestFilter(wanted), mostRows),
      };
    case "changes":
      return {
        name: `changes-${wanted.from}-${wanted.until}`,
        heading: ["เวลา", "ผู้แก้", "การแก้ไข", "เรื่อง", "รายละเอียด"],
        rows: changeRows(ctx, within(wanted), mostRows),
      };
    case "looks":
      return {
        name: `looks-${wanted.from}-${wanted.until}`,
        heading: ["เวลา", "ผู้เปิดดู", "การกระทำ", "เรื่อง", "ผล", "ที่อยู่ IP"],
        rows: lookRows(ctx, within(wanted), mostRows),
      };
  }
}

import { groupsOf } from "#bot/services/requests/list-requests.ts";
import { toDecide } from "#bot/services/requests/to-decide.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { DeskCounts } from "#models/contracts/desk.contract.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { requireStaff } from "./desk-query.ts";
import { byDesk, standing } from "./standing.ts";

/** A list to choose from; every other school is found by its name. */
const mostSchools = 30;

type Sums = { open: number; unassigned: number; late: number; waiting: number };
type Row = Sums & { _id: { group: number; school: string | null } };

/**
 * How the queue stands: one pass over the index of what is open.
 * @throws Refused not_allowed for others than the centre's staff
 */
export async function countDesk(ctx: ServiceContext, actor: Actor): Promise<DeskCounts> {
  requireStaff(actor);
  const { waits, isFree, isLate } = standing(ctx);
  const sum = (condition: unknown) => ({ $sum: { $cond: [condition, 1, 0] } });
  const deciding = toDecide(actor);
  const [rows, mine, decisions] = await Promise.all([
    RequestModel.aggregate<Row>(
      [
        { $match: { isOpen: true, ...groupsOf(actor) } },
        {
          $group: {
            _id: { group: "$group", school: "$school.code" },
            open: { $sum: 1 },
            unassigned: sum(isFree),
            late: sum(isLate),
            waiting: { $sum: waits },
          },
        },
      ],
      byDesk,
    ),
    RequestModel.countDocuments({ isOpen: true, "assignee.id": actor.personId }),
    deciding ? RequestModel.countDocuments(deciding) : 0,
  ]);
  const all = total(rows);
  const groups = [...Map.groupBy(rows, ({ _id }) => _id.group)].map(([group, of]) => ({ group, ...pick(total(of)) }));
  return {
    views: { mine, "to-decide": decisions, ...all },
    groups: groups.sort((a, b) => a.group - b.group),
    schools: await busiestSchools(rows),
  };
}

function total(rows: Row[]): Sums {
  const add = (key: keyof Sums) => rows.reduce((sum, row) => sum + row[key], 0);
  return { open: add("open"), unassigned: add("unassigned"), late: add("late"), waiting: add("waiting") };
}

function pick({ open, unassigned, late }: Sums) {
  return { open, unassigned, late };
}

/** Those not in the directory are left out: a list cannot be narrowed to them. */
async function busiestSchools(rows: Row[]): Promise<DeskCounts["schools"]> {
  const bySchool = [...Map.groupBy(rows, ({ _id }) => _id.school)].flatMap(([code, of]) => (code ? [{ code, ...total(of) }] : []));
  const busiest = bySchool.sort((a, b) => b.open - a.open || a.code.localeCompare(b.code)).slice(0, mostSchools);
  const found = await SchoolModel.find({ _id: { $in: busiest.map(({ code }) => code) } }, { name: 1 }).lean();
  const names = new Map(found.map(({ _id, name }) => [_id, name]));
  return busiest.map(({ code, open, late }) => ({ code, name: names.get(code) ?? code, open, late }));
}

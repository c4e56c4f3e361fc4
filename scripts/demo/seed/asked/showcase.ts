import { addDays, bangkokDate } from "#models/fields/thai/bangkok.ts";
import type { Answers } from "#models/requests/define-form.ts";
import { systemActor } from "#models/workflows/roles.ts";
import { beginLife, type Life, liveOn } from "#scripts/demo/seed/life.ts";
import { workedBack } from "#scripts/demo/seed/live-jobs.ts";
import { actorById, actorFor, type World } from "#scripts/demo/seed/world.ts";
import { goingOn } from "./fresh-answers.ts";
import { atOffice, beginFollowUp } from "./seed-asked.ts";
import { deedOf } from "./walk.ts";

type Shown = {
  form: string;
  /** id of who asks; the person's school is where it comes from */
  by: string;
  /** days from today that its answers name, besides its examples */
  days?(today: string): Answers;
  /** minutes of office hours ago: the filing, then each deed */
  filed: number;
  since: [deed: string, ago: number][];
};

const hour = 60;

/** What the phones of the demo find at once, whenever it starts: matters that wait for each of those who decide, and some on their way. */
const shown: Shown[] = [
  {
    form: "borrow",
    by: "p-teacher",
    filed: 20 * hour,
    since: [
      ["head-approve-to-end", 16 * hour],
      ["lend", 9 * hour],
    ],
    days: (today) => loan(addDays(today, -1), addDays(today, 3)),
  },
  {
    form: "borrow",
    by: "p-99010003-1",
    filed: 40 * hour,
    since: [
      ["head-approve-to-end", 36 * hour],
      ["lend", 30 * hour],
      ["fall-due", 0],
    ],
    days: (today) => loan(addDays(today, -5), addDays(today, -1)),
  },
  { form: "material_use", by: "p-teacher", filed: 12 * hour, since: [["head-return", 5 * hour]] },
  { form: "work_request", by: "p-99010002-1", filed: 6 * hour, since: [] },
  { form: "access_request", by: "p-teacher", filed: 4 * hour, since: [], days: () => ({ system: "dmc" }) },
  { form: "id_card_request", by: "p-teacher", filed: 3 * hour, since: [] },
  {
    form: "questionnaire",
    by: "p-data-2",
    filed: 30 * hour,
    since: [["head-approve", 26 * hour]],
    days: (today) => ({ until: addDays(today, 12) }),
  },
  { form: "operation_summary", by: "p-technician-a", filed: 5 * hour, since: [] },
];

const loan = (from: string, until: string) => ({ from, until });

/** Filed last, beside the year's chance. */
export function seedShowcase(world: World): Life[] {
  return [...shown.map((one) => showOne(world, one)), ...seedChain(world)];
}

function showOne(world: World, { form, by, days, filed, since }: Shown): Life {
  const requester = world.people.find(({ id }) => id === by);
  if (!requester) throw new Error(`No person ${by} in the sample data.`);
  const type = world.catalogue.of(form);
  const school = world.schools.find(({ code }) => code === requester.school.code) ?? atOffice(requester).place;
  const at = workedBack(world, filed);
  const answers = goingOn(world, { type, requester, place: school, at }, days?.(bangkokDate(world.now)) ?? {});
  if (!answers) throw new Error(`No example of ${form} is taken.`);
  const begun = beginLife({ type, school, requester, actor: actorFor(world, requester), at, answers });
  return since.reduce((life, [deed, ago]) => doOne(world, life, deed, ago), begun);
}

function doOne(world: World, life: Life, transition: string, ago: number): Life {
  const at = workedBack(world, ago);
  const isOwn = life.type.workflow.transitions[transition]?.who.some(({ who }) => who === "system");
  const deed = isOwn ? { transition, actor: systemActor, answers: {} } : deedOf(world, life, transition, at);
  if (!deed) throw new Error(`Nobody can ${transition} ${life.type.form.id} from ${life.facts.state}.`);
  return liveOn(life, { ...deed, at });
}

/** The office's own way from a broken machine to its successor: repaired it cannot be, specified, bought (the director decides). */
function seedChain(world: World): Life[] {
  const technician = actorById(world, "p-technician-a");
  const type = world.catalogue.of("repair");
  const requester = world.people.find(({ id }) => id === "p-teacher");
  const school = world.schools[0];
  if (!requester || !school) throw new Error("The sample data lacks the teacher among the phones.");
  const answers = {
    device: "คอมพิวเตอร์",
    symptom: "เปิดไม่ติด มีกลิ่นไหม้จากตัวเครื่อง",
    place: "ห้องธุรการ",
    school: { code: school.code, name: school.name },
    category: "computer",
    urgency: "normal",
  };
  const filed = beginLife({ type, school, requester, actor: actorFor(world, requester), at: workedBack(world, 90 * hour), answers });
  const broken = [
    { transition: "accept", ago: 88, answers: {} },
    { transition: "inspect", ago: 80, answers: {} },
    { transition: "cannot-repair", ago: 76, answers: { reason: "เมนบอร์ดไหม้ ค่าซ่อมเกินราคาเครื่อง เสนอจำหน่าย" } },
  ].reduce((life, { ago, ...deed }) => liveOn(life, { ...deed, actor: technician, at: workedBack(world, ago * hour) }), filed);
  const specified = goOn(world, broken, "spec_definition", 60, [["director-approve", 44]]);
  const bought = goOn(world, specified, "purchase", 30, [["head-endorse", 20]]);
  return [broken, specified, bought];
}

function goOn(world: World, from: Life, form: string, filed: number, since: [deed: string, ago: number][]): Life {
  const life = beginFollowUp(world, from, world.catalogue.of(form), workedBack(world, filed * hour), (_, begun) =>
    since.reduce((one, [deed, ago]) => doOne(world, one, deed, ago * hour), begun),
  );
  if (!life) throw new Error(`${form} does not go on from ${from.type.form.id}.`);
  return life;
}

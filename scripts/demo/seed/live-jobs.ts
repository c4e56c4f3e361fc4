import type { Category, Urgency } from "#models/conversations/understanding.ts";
import { beginLife, type Life, liveOn } from "./life.ts";
import { persona } from "./people.ts";
import { actorById, actorFor, teachersAt, type World } from "./world.ts";

type LiveJob = {
  /** minutes ago */
  filed: number;
  school: number;
  byPersona?: true;
  says: { device: string; symptom: string; place: string; category: Category; urgency: Urgency };
  /** what the technician of the phones has done since, minutes ago */
  since: { do: string; ago: number }[];
};

/** Jobs of today, whatever the hour: two that wait for somebody, two in the hands of the technician among the phones. */
const jobs: LiveJob[] = [
  {
    filed: 26 * 60,
    school: 0,
    byPersona: true,
    says: { device: "โปรเจคเตอร์", symptom: "ภาพสั่น สีเพี้ยนเป็นช่วง ๆ", place: "ห้องประชุม", category: "av", urgency: "normal" },
    since: [
      { do: "accept", ago: 25 * 60 },
      { do: "inspect", ago: 180 },
      { do: "repair", ago: 90 },
    ],
  },
  {
    filed: 300,
    school: 1,
    says: { device: "คอมพิวเตอร์", symptom: "เปิดแล้วมีเสียงร้องยาว จอไม่ขึ้น", place: "ห้องธุรการ", category: "computer", urgency: "normal" },
    since: [{ do: "accept", ago: 240 }],
  },
  {
    filed: 55,
    school: 7,
    says: { device: "เครื่องพิมพ์", symptom: "กระดาษติด ดึงไม่ออก", place: "ห้องวิชาการ", category: "printer", urgency: "normal" },
    since: [],
  },
  {
    filed: 20,
    school: 2,
    says: { device: "Wi-Fi", symptom: "เชื่อมไม่ได้ทั้งอาคาร พรุ่งนี้มีอบรม", place: "อาคาร 2", category: "network", urgency: "high" },
    since: [],
  },
];

/** Opened last, so that the technician and the head have something to do at once. */
export function seedLiveJobs(world: World): Life[] {
  return jobs.map((job) => liveJob(world, job));
}

function liveJob(world: World, job: LiveJob): Life {
  const school = world.schools[job.school];
  const requester = world.people.find(({ id }) => id === persona.id);
  if (!school || !requester) throw new Error("The sample data lacks a school or the teacher among the phones.");
  const by = job.byPersona ? requester : world.random.pick(teachersAt(world, school.code).filter(({ id }) => id !== persona.id));
  const ago = (minutes: number) => new Date(world.now.getTime() - minutes * 60_000);
  const type = world.catalogue.of("repair");
  const answers = { ...job.says, school: { code: school.code, name: school.name } };
  const begun = beginLife({ type, school, requester: by, actor: actorFor(world, by), at: ago(job.filed), answers });
  const technician = actorById(world, "p-technician-a");
  return job.since.reduce((life, { do: transition, ago: minutes }) => {
    return liveOn(life, { transition, actor: technician, at: ago(minutes), answers: {} });
  }, begun);
}

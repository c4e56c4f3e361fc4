import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { createLogger } from "#bot/platform/logger.ts";
import { openLive } from "#bot/services/live/open-live.ts";
import { actorOf } from "#bot/services/people/person-view.ts";
import type { LiveChange } from "#models/contracts/live.contract.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { repairOf, useServices } from "#test/support/services.ts";

const ctx = useServices();
const signs = { refetch: "refetch", beat: "beat", comeLater: "later" };
const wire = {
  changes: (changes: LiveChange[]) => Buffer.from(JSON.stringify(changes)),
  refetch: Buffer.from(signs.refetch),
  beat: Buffer.from(signs.beat),
  comeLater: Buffer.from(signs.comeLater),
};
let teacher: PersonDocument;

beforeAll(async () => {
  teacher = await ctx.person("ครูผู้แจ้ง");
});

/** Live updates with one page open; `takes`: whether it reads what it is sent. */
function openFor(person: PersonDocument, page: { isOver?: () => boolean; takes?: () => boolean } = {}) {
  const live = openLive({ services: ctx, log: createLogger({ level: "silent" }), wire });
  onTestFinished(() => live.close());
  const sent: string[] = [];
  let isEnded = false;
  live.join(
    {
      lineUserId: person.lineUserId ?? "",
      isOver: page.isOver ?? (() => false),
      send(bytes) {
        sent.push(bytes.toString());
        return page.takes?.() ?? true;
      },
      end: () => {
        isEnded = true;
      },
    },
    actorOf(person, ctx.at),
  );
  return { live, sent, isEnded: () => isEnded };
}

const staffOf = (group: number) => ({ roles: [{ role: "staff" as const, scope: { kind: "group" as const, group, zones: [] } }] });
const report = async () => (await ctx.run(repairOf(ctx), ctx.who(teacher))).request.id;

describe("a page that stays open", () => {
  it("hears no more of other people's requests once its role has ended", async () => {
    const technician = await ctx.person("ช่างที่ย้ายไป", staffOf(1));
    const { live, sent } = openFor(technician);
    const first = await report();
    await expect.poll(() => sent.join()).toContain(first);
    await PersonModel.updateOne({ _id: technician._id }, { $set: { grants: [] } });
    await live.beat();
    const second = await report();
    const own = (await ctx.run(repairOf(ctx), ctx.who(technician))).request.id;
    await expect.poll(() => sent.join()).toContain(own);
    expect(sent.join()).not.toContain(second);
  });

  it("is closed when its session is over, and when its LINE account is no longer known", async () => {
    let isOver = false;
    const leaving = openFor(await ctx.person("ครูหมดเวลา"), { isOver: () => isOver });
    await leaving.live.beat();
    expect(leaving.sent).toContain(signs.beat);
    isOver = true;
    await leaving.live.beat();
    expect(leaving.isEnded()).toBe(true);
    expect(leaving.live.size()).toBe(0);

    const unlinked = await ctx.person("ครูเลิกเชื่อม");
    const gone = openFor(unlinked);
    await PersonModel.updateOne({ _id: unlinked._id }, { $unset: { lineUserId: 1 } });
    await gone.live.beat();
    expect(gone.isEnded()).toBe(true);
  });

  it("is closed when it reads nothing of what it is sent", async () => {
    const asleep = openFor(teacher, { takes: () => false });
    await report();
    await expect.poll(() => asleep.isEnded()).toBe(true);
    expect(asleep.sent).toHaveLength(1);
  });
});

import { describe, expect, it } from "vitest";
import { readJoined } from "#bot/services/chats/read-joined.ts";
import { readTogether } from "#bot/services/chats/read-together.ts";
import { ChatModel } from "#models/documents/chat.document.ts";
import { NoticeModel } from "#models/documents/notice.document.ts";
import { useOffice } from "#test/support/office.ts";

const office = useOffice();

describe("what a turn starts from", () => {
  it("is the same whether a chat is read alone or among many", async () => {
    const teacher = await office.teacher("ครูอ่านแชต");
    const other = await office.teacher("ครูอีกคน");
    const technician = await office.staff("ช่างอ่านแชต");
    const stranger = await office.stranger("คนแปลกหน้า");
    await stranger.asks("สวัสดีค่ะ");
    for (const person of [teacher, other]) {
      await person.asks("ปริ้นเตอร์ห้องธุรการกระดาษติดค่ะ");
      await person.asks("ข้าม");
      await person.asks("ยืนยัน");
    }
    await technician.asks("คิวงาน");
    await technician.pressesAndHears("รับเรื่อง");
    const ids = [teacher, other, technician, stranger].map(({ userId }) => userId);
    await expect.poll(() => ChatModel.countDocuments({ "reply.state": "pending" })).toBe(0);
    await expect.poll(() => NoticeModel.countDocuments({ state: "new" })).toBe(0);
    const [joined, together] = await Promise.all([readJoined(ids), readTogether(ids)]);
    expect(new Map([...together].sort())).toEqual(new Map([...joined].sort()));
    const notices = ids.flatMap((id) => together.get(id)?.notices ?? []);
    expect(notices.length).toBeGreaterThan(0);
    expect(notices.every(({ request, timeline }) => request !== null && timeline.length > 0)).toBe(true);
  });

  it("knows a person who never wrote to us before", async () => {
    const quiet = await office.teacher("ครูไม่เคยทัก");
    expect((await readTogether([quiet.userId])).get(quiet.userId)).toMatchObject({ chat: null, person: { name: "ครูไม่เคยทัก" } });
    expect(await quiet.asks("สวัสดีค่ะ")).toContain("ครูไม่เคยทัก".replace("ครู", ""));
  });
});

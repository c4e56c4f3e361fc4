import { describe, expect, it } from "vitest";
import { newsCard } from "#bot/notifications/words/news-card.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { repair } from "#models/requests/repair/repair.request.ts";
import { spokenChat, technician, viewOf } from "#test/support/spoken-chat.ts";

const staff = { person: technician };

/** A chat whose every list and search gives these. */
function knowing(requests: RequestView[], more: Parameters<typeof spokenChat>[0] = {}, total = requests.length) {
  return spokenChat({
    ...more,
    answer: (effect) => {
      if (effect.do === "list") return { did: "list", ok: true, requests, total };
      return effect.do === "find" ? { did: "find", ok: true, requests } : null;
    },
  });
}

const pressed = (transition: string, state: string) => ({
  kind: "press" as const,
  press: { to: "transition" as const, request: "r1", transition, state },
});

describe("a list in chat", () => {
  it("says in the chat itself how many of how many it shows", () => {
    const chat = knowing(
      Array.from({ length: 10 }, (_, at) => viewOf({ id: `r${at}` })),
      staff,
      15,
    );
    chat.says("งานของฉัน");
    expect(chat.last[0]).toEqual({ kind: "text", text: "งานในมือของคุณ 10 จาก 15 เรื่อง" });
  });

  it("tells staff where to go and, in words, that it is urgent", () => {
    const place = { field: "place", label: "สถานที่", shown: "ห้องธุรการ" };
    const chat = knowing([viewOf({ urgency: "high", filed: [place] })], staff);
    chat.says("งานของฉัน");
    expect(chat.text).toContain("ด่วน · เครื่องพิมพ์ กระดาษติด");
    expect(chat.text).toContain("สถานที่: ห้องธุรการ");
  });

  it("tells the requester who has it and by when, and promises nothing while the clock stands still", () => {
    const assignee = { id: "p-tech", name: "ช่างเอก สมมุติ" };
    const accepted = knowing([viewOf({ state: "accepted", assignee })]);
    accepted.says("ติดตามสถานะ");
    expect(accepted.text).toContain("ผู้ดูแล: ช่างเอก สมมุติ");
    expect(accepted.text).toContain("กำหนด: 30 พ.ย. 69");
    const waiting = knowing([viewOf({ state: "waiting-parts", assignee })]);
    waiting.says("ติดตามสถานะ");
    expect(waiting.text).not.toContain("กำหนด");
  });

  it("says of an unknown number that it is none of theirs, and where theirs are", () => {
    const chat = knowing([]);
    chat.says("ซ-2570-000999");
    expect(chat.text).toContain("ไม่พบเลขที่นี้ในเรื่องของคุณค่ะ\nกดดูเรื่องทั้งหมดได้ด้านล่างค่ะ");
    expect(chat.buttons).toContain("ติดตามสถานะ");
  });

  it("answers a complaint with how the open ones stand, and with people to talk to", () => {
    const chat = knowing([viewOf({ state: "accepted", stateLabel: "รับเรื่องแล้ว" })]);
    chat.says("ทำไมไม่มาซ่อมสักที รอมาสองอาทิตย์แล้ว");
    expect(chat.text).toContain("ขออภัยที่ทำให้ไม่สะดวกค่ะ");
    expect(chat.text).toContain("รับเรื่องแล้ว");
    expect(chat.buttons).toContain("ติดต่อเจ้าหน้าที่");
    const nothingOpen = knowing([]);
    nothingOpen.says("บริการห่วยมาก");
    expect(nothingOpen.text).toContain(nothingOpen.context.office.phone);
  });

  it("asks a newcomer for nothing before it says that there is nothing", () => {
    const chat = knowing([], { person: null });
    chat.says("ติดตามสถานะ");
    expect(chat.text).toBe("ยังไม่มีเรื่องที่แจ้งไว้ค่ะ มีอะไรเสีย พิมพ์อาการมาได้เลย");
    expect(chat.effects).toEqual([]);
  });

  it("repeats the technician's question", () => {
    const asked = { question: "ช่างขอข้อมูลเพิ่มค่ะ", words: "รุ่นอะไรคะ", transitions: ["answer"] };
    const chat = knowing([viewOf({ state: "asked", asked, possible: ["answer"] })]);
    chat.says("ติดตามสถานะ");
    expect(chat.text).toContain("ช่างขอข้อมูลเพิ่มค่ะ\nรุ่นอะไรคะ");
  });

  it("shows what was done when it is done", () => {
    const words = "สาเหตุ สายหลวม · วิธีแก้ เสียบใหม่";
    const timeline = [
      {
        sequence: 3,
        at: new Date(),
        deed: "ซ่อมเสร็จ",
        by: "ช่างเอก",
        isOwn: false,
        position: "",
        isStaffOnly: false,
        words,
        filed: [],
        photos: [],
        files: [],
      },
    ];
    const chat = knowing([viewOf({ state: "done", revision: 3, timeline })]);
    chat.says("ติดตามสถานะ");
    expect(chat.text).toContain("วิธีแก้ เสียบใหม่");
  });

  it("leads to the office from what cannot be repaired", () => {
    const view = viewOf({ state: "unrepairable", next: repair.workflow.states.unrepairable?.next ?? "" });
    const chat = knowing([view]);
    chat.says(view.number);
    expect(chat.buttons).toContain("ติดต่อเจ้าหน้าที่");
    const news = newsCard(view, repair);
    expect(news.note).toMatch(/^เสียดายนะคะ .*เครื่องทดแทนค่ะ$/);
    expect(news.actions.map(({ label }) => label)).toContain("ติดต่อเจ้าหน้าที่");
    // A long title would break the number in its middle.
    expect(news.title).toBe(view.number);
  });
});

describe("a button that came too late", () => {
  it("says whose word is waited for, and how to go on without it", () => {
    const view = viewOf({
      state: "asked",
      next: "รอคำตอบจากผู้แจ้ง",
      possible: ["go-on", "note"],
      moved: { by: "คุณ", deed: "ขอข้อมูลเพิ่ม" },
    });
    const chat = knowing([view], staff);
    chat.hear(pressed("done", "repairing"));
    expect(chat.text).toBe("ตอนนี้ ซ-2570-000123 รอคำตอบจากผู้แจ้งอยู่ค่ะ\nถ้าไม่รอแล้ว กด ทำต่อโดยไม่รอคำตอบ");
    expect(chat.buttons[0]).toBe("ทำต่อโดยไม่รอคำตอบ");
  });

  it("calls oneself คุณ", () => {
    const chat = knowing([viewOf({ state: "confirmed", stateLabel: "หายแล้ว รอคะแนน", moved: { by: "คุณ", deed: "ยืนยันว่าหายแล้ว" } })]);
    chat.hear(pressed("confirm-fixed", "done"));
    expect(chat.text).toBe("คุณยืนยันว่าหายแล้วค่ะ\nซ-2570-000123 ตอนนี้: หายแล้ว รอคะแนน");
  });
});

describe("ยกเลิก with several jobs", () => {
  it("has a way out that changes nothing", () => {
    const chat = knowing(["r1", "r2"].map((id) => viewOf({ id, possible: ["withdraw"] })));
    chat.says("ยกเลิก");
    expect(chat.text).toContain("จะยกเลิกเรื่องไหนคะ");
    chat.presses("ไม่ยกเลิก");
    expect(chat.text).toContain("เหมือนเดิม");
    expect(chat.effect("transition")).toBeUndefined();
  });
});

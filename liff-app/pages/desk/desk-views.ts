import type { DeskCounts, DeskView } from "#models/contracts/desk.contract.ts";

type Tab = { view: DeskView; label: string; count?: keyof DeskCounts["views"]; empty: string; emptyForHead?: string };

/** The views of the queue, with what an empty one says. */
export const tabs: readonly Tab[] = [
  {
    view: "mine",
    label: "งานในมือ",
    count: "mine",
    empty: "ไม่มีงานค้างในมือค่ะ ดูงานที่ยังไม่มีผู้รับในแท็บ รอรับ ได้เลยนะคะ",
    emptyForHead: "งานที่คุณรับไว้เองจะอยู่ที่นี่ค่ะ ดูงานของทั้งกลุ่มในแท็บ ทั้งหมด ได้เลยนะคะ",
  },
  { view: "to-decide", label: "รออนุมัติ", count: "to-decide", empty: "ไม่มีเรื่องที่รอคุณพิจารณาค่ะ" },
  {
    view: "unassigned",
    label: "รอรับ",
    count: "unassigned",
    empty: "ทุกเรื่องมีผู้รับแล้วค่ะ",
    emptyForHead: "มอบหมายครบทุกเรื่องแล้วค่ะ ดูว่าใครมีงานเท่าไรได้ที่ ภาระงาน นะคะ",
  },
  { view: "late", label: "เลยกำหนด", count: "late", empty: "ไม่มีเรื่องเลยกำหนดค่ะ" },
  { view: "waiting", label: "รอผู้อื่น", count: "waiting", empty: "ไม่มีเรื่องที่รออะไหล่ คำตอบ หรือการยืนยันค่ะ" },
  { view: "open", label: "ทั้งหมด", count: "open", empty: "ไม่มีเรื่องค้างค่ะ ถ้ามีคนโทรมาแจ้ง กด แจ้งแทน ได้เลยนะคะ" },
  { view: "finished", label: "เสร็จแล้ว", empty: "ยังไม่มีเรื่องที่เสร็จตามตัวกรองนี้ค่ะ" },
];

export const tabOf = (view: DeskView): Tab | undefined => tabs.find((tab) => tab.view === view);

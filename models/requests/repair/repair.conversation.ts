import { type Understanding, type Urgency, urgencies } from "#models/conversations/understanding.ts";

/** Symptoms that are common for a kind of device, as one-tap answers. */
const commonSymptoms: Record<string, string[]> = {
  printer: ["กระดาษติด", "พิมพ์ไม่ออก", "หมึกจาง", "เปิดไม่ติด"],
  computer: ["เปิดไม่ติด", "เครื่องค้าง", "จอฟ้า", "ช้ามาก"],
  network: ["เข้าเน็ตไม่ได้", "เน็ตหลุดบ่อย", "เน็ตช้า", "เชื่อม Wi-Fi ไม่ได้"],
  av: ["เปิดไม่ติด", "ภาพไม่ขึ้น", "ไม่มีเสียง", "ภาพไม่ชัด"],
};

/** The more urgent of what was understood before and now. */
function moreUrgent(before: unknown, now: Urgency | null): Urgency {
  const known = urgencies.find((urgency) => urgency === before) ?? "normal";
  return now !== null && urgencies.indexOf(now) < urgencies.indexOf(known) ? now : known;
}

export const reportRepair = {
  startsOn: { intents: ["report_repair" as const], phrases: ["แจ้งซ่อม"] },
  opening: "แจ้งซ่อมได้เลยค่ะ",
  steps: [
    { field: "device" as const },
    { field: "symptom" as const },
    { field: "place" as const },
    { field: "photos" as const },
    { field: "school" as const },
  ],
  story: "symptom" as const,
  prefill({ entities, category, urgency }: Understanding) {
    return {
      ...(entities.device ? { device: entities.device } : {}),
      ...(entities.symptom ? { symptom: entities.symptom } : {}),
      ...(entities.place ? { place: entities.place } : {}),
      ...(entities.assetNumber ? { assetNumber: entities.assetNumber } : {}),
      ...(entities.phone ? { phone: entities.phone } : {}),
      category: category ?? ("other" as const),
      urgency: urgency ?? ("normal" as const),
    };
  },
  // The device decides the category; a symptom only where the device left it open. Nothing said later makes it less urgent.
  refine({ category: before, urgency: known }: Record<string, unknown>, field: string, { category, urgency }: Understanding) {
    const unknown = before === undefined || before === "other";
    const tells = category !== null && category !== "other" && (field === "device" || (field === "symptom" && unknown));
    return { ...(tells ? { category } : {}), urgency: moreUrgent(known, urgency) };
  },
  suggest(field: string, { category }: Record<string, unknown>) {
    if (field === "device") return ["คอมพิวเตอร์", "เครื่องพิมพ์", "อินเทอร์เน็ต", "โปรเจคเตอร์"];
    return field === "symptom" ? (commonSymptoms[String(category)] ?? []) : [];
  },
};

import { choicesField } from "#models/fields/kinds/choices.ts";
import { gridField } from "#models/fields/kinds/grid.ts";
import { numberField } from "#models/fields/kinds/number.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { behindSaysWhy, monitorFields } from "#models/requests/parts/monitor-fields.ts";
import { requesterFields, sampleRequester } from "#models/requests/parts/requester-fields.ts";

const { period, indicators, progress, problems, suggestions, photos, attachments } = monitorFields();
const speed = (label: string, question: string) =>
  numberField({ label, question, help: "วัดจากเครื่องที่ต่อสาย เช่น 280", max: 100_000, unit: "Mbps", optional: true });

export const monitorNetworkForm = defineForm({
  id: "monitor_network",
  version: 1,
  title: "ติดตาม ประเมินผลระบบเครือข่ายและระบบสื่อสาร",
  manualTitles: ["แบบติดตาม ประเมินผลระบบเครือข่ายคอมพิวเตอร์และระบบสื่อสารโทรคมนาคม " + "ของสำนักงานเขตพื้นที่การศึกษาและสถานศึกษา"],
  fields: {
    ...requesterFields(),
    period,
    areas: choicesField({
      label: "ระบบที่ติดตาม",
      question: "ติดตามระบบไหนบ้างคะ",
      choices: {
        internet: "อินเทอร์เน็ต",
        lan: "เครือข่ายสาย (LAN)",
        wifi: "Wi-Fi",
        server: "เครื่องแม่ข่าย",
        phone: "โทรศัพท์และการสื่อสาร",
        security: "ความปลอดภัยของข้อมูล",
      },
    }),
    download: speed("ดาวน์โหลดที่วัดได้", "วัดความเร็วดาวน์โหลดได้เท่าไรคะ"),
    upload: speed("อัปโหลดที่วัดได้", "วัดความเร็วอัปโหลดได้เท่าไรคะ"),
    outages: numberField({
      label: "ใช้งานไม่ได้ในรอบนี้",
      question: "ในรอบนี้ระบบใช้ไม่ได้กี่ครั้งคะ",
      help: "ไม่เคยเลยใส่ 0 ค่ะ",
      whole: true,
      max: 1000,
      unit: "ครั้ง",
    }),
    indicators,
    progress,
    satisfaction: gridField({
      label: "ความพึงพอใจต่อระบบ",
      question: "พอใจเรื่องต่อไปนี้ระดับไหนคะ",
      items: {
        speed: "ความเร็วของอินเทอร์เน็ต",
        coverage: "สัญญาณครอบคลุมพื้นที่ที่ใช้",
        stable: "ใช้งานได้ต่อเนื่อง",
        safe: "ความปลอดภัยในการใช้งาน",
        support: "การช่วยเหลือเมื่อมีปัญหา",
      },
    }),
    problems,
    suggestions,
    photos,
    attachments,
  },
  shownWhen: {
    download: ({ areas }) => areas?.includes("internet") ?? false,
    upload: ({ areas }) => areas?.includes("internet") ?? false,
  },
  rules: [behindSaysWhy],
  sections: [
    { title: "ผู้รายงาน", fields: ["school", "phone", "period"] },
    { title: "สภาพระบบ", fields: ["areas", "download", "upload", "outages"] },
    { title: "ผลตามตัวชี้วัด", fields: ["indicators", "progress"] },
    { title: "ความพึงพอใจและข้อเสนอแนะ", fields: ["satisfaction", "problems", "suggestions"] },
    { title: "เอกสารประกอบ", fields: ["photos", "attachments"] },
  ],
  examples: [
    {
      ...sampleRequester,
      period: { from: "2026-10-01", until: "2026-12-31" },
      areas: ["internet", "wifi", "phone"],
      download: 285.4,
      upload: 92,
      outages: 3,
      indicators: [
        { indicator: "ห้องเรียนที่ใช้ Wi-Fi ได้", target: 24, result: 21, unit: "ห้อง" },
        { indicator: "วันที่อินเทอร์เน็ตใช้ได้ทั้งวัน", target: 60, result: 61, unit: "วัน" },
      ],
      progress: 72.5,
      satisfaction: { speed: 4, coverage: 3, stable: 4, safe: 5, support: 5 },
      problems: "สัญญาณไม่ถึงห้องเรียนชั้นล่างของอาคาร 3",
      suggestions: "เพิ่มจุดกระจายสัญญาณที่อาคาร 3 สองจุด",
      photos: ["sample-photo"],
      attachments: ["sample-file"],
    },
  ],
});

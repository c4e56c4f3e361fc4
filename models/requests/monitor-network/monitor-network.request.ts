import { defineRequestType } from "#models/requests/define-request-type.ts";
import { afterSurveys } from "#models/requests/parts/monitor-fields.ts";
import { headAcknowledges } from "#models/workflows/acknowledgement.ts";
import { monitorNetworkForm } from "./monitor-network.form.ts";

export const monitorNetwork = defineRequestType({
  form: monitorNetworkForm,
  workflow: headAcknowledges,
  conversation: {
    startsOn: { intents: [], phrases: ["ติดตามระบบเครือข่าย", "ประเมินระบบเครือข่าย", "รายงานระบบเครือข่าย"] },
    opening: "รายงานการติดตามระบบเครือข่ายได้เลยค่ะ แบบนี้กรอกในหน้าแบบฟอร์มสะดวกกว่า",
    steps: [],
  },
  code: { thai: "ตค", ascii: "MNT" },
  name: "ติดตามระบบเครือข่าย",
  icon: "monitor",
  about: "รายงานผลและความพึงพอใจของอินเทอร์เน็ต Wi-Fi และโทรศัพท์",
  keywords: ["ติดตามเครือข่าย", "ติดตามระบบเครือข่าย", "ประเมินเครือข่าย", "ประเมินระบบเครือข่าย", "ติดตามอินเทอร์เน็ต", "ความเร็วเน็ต", "ติดตามประเมินผล"],
  processes: [7],
  subject: ({ school, progress }) => `ติดตามเครือข่าย ${school?.name ?? ""} ก้าวหน้าร้อยละ ${progress ?? 0}`,
  category: () => "network",
  continues: afterSurveys({}),
});

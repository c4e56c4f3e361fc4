import type { LineLog } from "#bot/line/client/config.ts";
import type { Answer } from "#bot/line/client/outcome.ts";
import { type Line, openLine } from "#bot/line/open-line.ts";
import { ensureRichMenus, removeOldMenus } from "#bot/line/rich-menus/ensure-rich-menus.ts";
import type { Config } from "#bot/platform/config.ts";

type Input = { config: Pick<Config, "line" | "publicUrl">; log: LineLog; say(line: string): void };

/** What LINE offers no API for. */
const byHand = [
  "LINE Official Account Manager → ตั้งค่า → Messaging API: เปิดใช้ Messaging API และเลือก Provider เดียวกับ LINE Login ที่จะใช้กับมินิแอป",
  "LINE Developers → Messaging API: เปิด Use webhook",
  "LINE Developers → Messaging API: เปิด Webhook redelivery (LINE ส่งซ้ำให้เมื่อเครื่องของเราหยุดไป)",
  "Official Account Manager → ตั้งค่าการตอบกลับ: ปิด ข้อความตอบกลับอัตโนมัติ และปิด ข้อความทักทายเพื่อนใหม่ (บอตทักเอง)",
  "Official Account Manager → ตั้งค่าการตอบกลับ: ปิด แชท มิฉะนั้นข้อความจะไปค้างในกล่องแชทด้วย",
  "Official Account Manager → ตั้งค่าบัญชี: เปิดให้เข้าร่วมกลุ่ม หากต้องการให้แจ้งซ่อมจากกลุ่มได้",
  "Official Account Manager → แพ็กเกจ: ดูโควตาข้อความ (ฟรี 300 ข้อความต่อเดือน บอตอ่านค่านี้เองและส่งเท่าที่มี)",
];

/** Says what came of a step; true when it went well. */
function tell(say: Input["say"], what: string, answer: Answer<string>): boolean {
  if (answer.ok) say(`  ✔ ${what}: ${answer.value}`);
  else say(`  ✘ ${what}: ${answer.status ?? "ติดต่อไม่ได้"} ${answer.message}`);
  return answer.ok;
}

async function nameOf({ ask }: Line): Promise<Answer<string>> {
  return ask("bot info", async (client) => {
    const { displayName, basicId } = await client.getBotInfo();
    return `${displayName} (${basicId})`;
  });
}

async function setWebhook({ ask }: Line, endpoint: string): Promise<Answer<string>> {
  const present = await ask("webhook endpoint", (client) => client.getWebhookEndpoint().catch(() => null));
  if (present.ok && present.value?.endpoint === endpoint) {
    return { ok: true, value: `${endpoint} ${present.value.active ? "" : "(ยังไม่ได้เปิด Use webhook)"}`.trim() };
  }
  return ask("set webhook endpoint", async (client) => {
    await client.setWebhookEndpoint({ endpoint });
    return `${endpoint} (ตั้งใหม่ มีผลภายใน 1 นาที)`;
  });
}

/** Earlier versions go only on a later run: LINE takes a while to move people to menus that were just made. */
async function setMenus(line: Line): Promise<Answer<string>> {
  const ensured = await ensureRichMenus(line);
  if (!ensured.ok) return ensured;
  const { created } = ensured.value;
  if (created.length > 0) return { ok: true, value: `สร้างใหม่ ${created.join(", ")}` };
  const removed = await removeOldMenus(line);
  return removed.ok ? { ok: true, value: `มีครบแล้ว ลบรุ่นก่อน ${removed.value} ชุด` } : removed;
}

/** Sets up LINE as far as it has an API for it; doing it again changes nothing. False when a step failed. */
export async function setupLine({ config, log, say }: Input): Promise<boolean> {
  const line = openLine(config.line, { log });
  try {
    say("ตั้งค่า LINE");
    const steps: [string, () => Promise<Answer<string>>][] = [
      ["บัญชี", () => nameOf(line)],
      ["Webhook URL", () => setWebhook(line, `${config.publicUrl}/webhook`)],
      ["ริชเมนู", () => setMenus(line)],
    ];
    for (const [what, step] of steps) {
      if (tell(say, what, await step())) continue;
      say("ทำต่อไม่ได้ค่ะ ตรวจ LINE_CHANNEL_ID, LINE_CHANNEL_SECRET และอินเทอร์เน็ต แล้วสั่ง npm run setup:line อีกครั้ง");
      return false;
    }
    say("\nที่เหลือต้องทำด้วยมือ (LINE ไม่มี API ให้):");
    for (const [index, what] of byHand.entries()) say(`  ${index + 1}. ${what}`);
    return true;
  } finally {
    await line.close();
  }
}

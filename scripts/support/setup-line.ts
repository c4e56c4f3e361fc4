import type { LineLog } from "#bot/line/client/config.ts";
import type { Answer } from "#bot/line/client/outcome.ts";
import { type Line, openLine } from "#bot/line/open-line.ts";
import { ensureRichMenus, removeOldMenus } from "#bot/line/rich-menus/ensure-rich-menus.ts";
import type { Config } from "#bot/platform/config.ts";
import { ensureLiffApp } from "./liff-app.ts";

type Input = {
  config: Pick<Config, "line" | "publicUrl">;
  /** LINE_LOGIN_CHANNEL_SECRET: of no use to the running bot, so it is not part of its configuration */
  loginChannelSecret?: string | undefined;
  log: LineLog;
  say(line: string): void;
};

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

/** The same for the mini-app's channel. */
const byHandForMiniApp = [
  "LINE Developers → LINE Login channel: ต้องอยู่ใน Provider เดียวกับ Messaging API มิฉะนั้น LINE ถือว่าเป็นคนละคนกัน",
  "LINE Developers → LINE Login channel → Basic settings → Linked LINE Official Account: เลือกบัญชีของศูนย์",
  "LINE Developers → LINE Login channel → LIFF: เปิด Add friend option ให้คนที่เข้ามินิแอปครั้งแรกเพิ่มเพื่อนได้เลย",
  "LINE Developers → LINE Login channel: เปลี่ยนสถานะจาก Developing เป็น Published มิฉะนั้นเข้าได้เฉพาะผู้ดูแล",
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

const deeds = { made: "สร้างใหม่", changed: "แก้ให้ตรงแล้ว", kept: "ตรงอยู่แล้ว" };

/** The LIFF app's id where there is one now, also by an earlier run; null: none; false: it failed. */
async function setMiniApp({ config, loginChannelSecret, log, say }: Input): Promise<string | null | false> {
  const { loginChannelId, liffId = null } = config.line;
  if (!loginChannelId) say("  – มินิแอป: ข้าม ยังไม่มี LINE_LOGIN_CHANNEL_ID (สร้าง LINE Login channel ใน LINE Developers ก่อน)");
  if (!loginChannelId) return liffId;
  if (!loginChannelSecret && liffId) say(`  – มินิแอป: ใช้ ${liffId} ต่อ ไม่ได้ตรวจ เพราะไม่มี LINE_LOGIN_CHANNEL_SECRET`);
  else if (!loginChannelSecret) say("  ✘ มินิแอป: ใส่ LINE_LOGIN_CHANNEL_SECRET (Channel secret ของ LINE Login channel) แล้วสั่งใหม่ค่ะ");
  if (!loginChannelSecret) return liffId ?? false;
  const ensured = await ensureLiffApp({ config, loginChannelId, loginChannelSecret, log });
  const told: Answer<string> = ensured.ok ? { ok: true, value: `${ensured.value.liffId} (${deeds[ensured.value.deed]})` } : ensured;
  if (!tell(say, "มินิแอป", told)) say("ทำต่อไม่ได้ค่ะ ตรวจ LINE_LOGIN_CHANNEL_ID, LINE_LOGIN_CHANNEL_SECRET แล้วสั่ง npm run setup:line อีกครั้ง");
  return ensured.ok ? ensured.value.liffId : false;
}

function sayWhatIsLeft({ config, say }: Input, liffId: string | null): void {
  if (liffId && liffId !== config.line.liffId) say(`\nใส่บรรทัดนี้ใน .env แล้วเริ่มบอตใหม่ ลิงก์ไปมินิแอปจึงจะมา:\n\nLIFF_ID=${liffId}`);
  say("\nที่เหลือต้องทำด้วยมือ (LINE ไม่มี API ให้):");
  const left = [...byHand, ...(config.line.loginChannelId ? byHandForMiniApp : [])];
  for (const [index, what] of left.entries()) say(`  ${index + 1}. ${what}`);
}

/** Sets up LINE as far as it has an API for it; doing it again changes nothing. False when a step failed. */
export async function setupLine(input: Input): Promise<boolean> {
  const { config, log, say } = input;
  say("ตั้งค่า LINE");
  const liffId = await setMiniApp(input);
  if (liffId === false) return false;
  // The menus lead into the mini-app: they are those of the id that was made just now.
  const line = openLine({ ...config.line, ...(liffId && { liffId }) }, { log });
  try {
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
    sayWhatIsLeft(input, liffId);
    return true;
  } finally {
    await line.close();
  }
}

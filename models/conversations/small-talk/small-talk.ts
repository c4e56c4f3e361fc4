import type { TalkContext } from "#models/conversations/conversation.ts";
import { defineQuery, defineReply } from "#models/conversations/define-reply.ts";
import { formTalkId } from "#models/conversations/form-run.ts";
import { usefulChoices } from "#models/conversations/menu/choices.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { shortCard } from "#models/conversations/requests/request-card.ts";
import { transitionActions } from "#models/conversations/requests/transition-actions.ts";
import { callName } from "#models/fields/thai/person-name.ts";
import { say, start } from "#models/messages/build.ts";
import type { Action, Message } from "#models/messages/message.ts";

const reportActions = ({ catalogue }: TalkContext): Action[] =>
  catalogue.all.map((type) => start(type.name, formTalkId(type.form.id))).slice(0, 1);

/** Said with the buttons that help from here. */
const withMenu = (context: TalkContext, text: string): Message[] => [say(text, { choices: usefulChoices(context) })];

/** A greeting, and what a request waits for from this person. */
function waits(hello: string, view: RequestView, context: TalkContext): Message {
  const words = (view.asked?.words ?? "").replace(/\s+/g, " ").slice(0, 90);
  const choices = [...transitionActions(view, context.catalogue).primary.slice(0, 3), start("ดูรายละเอียด", "request", { id: view.id })];
  return say(`${hello}\n${view.number} รอคำตอบจากคุณอยู่ค่ะ\n${words}`, { choices });
}

/** Not done here yet: whom to ask, and a report so that it is not lost. */
function askStaff(context: TalkContext, what: string): Message[] {
  const { phone, hours } = context.office;
  const text = `เรื่อง${what} ติดต่อเจ้าหน้าที่ได้ที่ ${phone} ค่ะ\n${hours}\nหรือกด แจ้งซ่อม ฝากเรื่องไว้ เจ้าหน้าที่จะติดต่อกลับค่ะ`;
  return [say(text, { choices: [...reportActions(context), start("ติดต่อเจ้าหน้าที่", "contact")] })];
}

const outOfScope: Record<string, { what: string; whom: string }> = {
  air: { what: "แอร์", whom: "งานอาคารสถานที่ของโรงเรียน หรือร้านแอร์ที่ดูแล" },
  electricity: { what: "ไฟฟ้าและปลั๊กไฟ", whom: "งานอาคารสถานที่ของโรงเรียน หรือการไฟฟ้า โทร 1129" },
  water: { what: "น้ำประปา", whom: "งานอาคารสถานที่ของโรงเรียน หรือการประปา โทร 1662" },
};

const onlyLicensed = "ขออภัยค่ะ ศูนย์ ICT ลงได้เฉพาะโปรแกรมที่มีลิขสิทธิ์\nถ้าต้องใช้โปรแกรมนี้ เจ้าหน้าที่ช่วยหาทางที่ถูกต้องให้ได้ค่ะ";

const sorry = ({ office }: TalkContext) => `ขออภัยที่ทำให้ไม่สะดวกค่ะ\nคุยกับเจ้าหน้าที่ได้ที่ โทร ${office.phone} ค่ะ`;
const wayToPeople = (context: TalkContext): Action[] => [start("ติดต่อเจ้าหน้าที่", "contact"), ...reportActions(context)];

/** An apology, and at once how what they wait for stands. */
const complain = defineQuery<"list">({
  id: "complain",
  name: "ร้องเรียน",
  query: (_, context) => (context.person ? { do: "list", list: "mine-open" } : [say(sorry(context), { choices: wayToPeople(context) })]),
  answer: ({ requests }, context) => ({ messages: sorryAndOpen(requests.slice(0, mostOpen), context) }),
  refused: (_, context) => say(sorry(context), { choices: wayToPeople(context) }),
});

// LINE's carousel takes more; who is angry has one in mind.
const mostOpen = 5;

function sorryAndOpen(open: RequestView[], context: TalkContext): Message[] {
  const choices = wayToPeople(context);
  if (open.length === 0) return [say(sorry(context), { choices })];
  const cards = open.map((view) => shortCard(view, context));
  return [say(sorry(context)), { kind: "cards", title: "เรื่องของคุณที่ยังไม่ปิด", cards, shows: open.map((view) => view.id), choices }];
}

/** Short fitting answers to what is no request. */
export const smallTalk = [
  defineReply("greet", "ทักทาย", (context) => {
    const hello = `สวัสดีค่ะ${context.person ? ` ${callName(context.person.name)}` : ""}`;
    const [asked] = context.waiting.filter((view) => view.asked?.words);
    if (asked) return [waits(hello, asked, context)];
    return withMenu(context, `${hello} พิมพ์อาการที่เสียได้เลย หรือเลือกหัวข้อด้านล่างค่ะ`);
  }),
  defineReply("thanks", "ขอบคุณ", (context) => withMenu(context, "ยินดีค่ะ มีอะไรให้ช่วย ทักมาได้เลยค่ะ")),
  complain,
  defineReply("consult", "ขอคำปรึกษา", (context) => askStaff(context, "ขอคำปรึกษา")),
  defineReply("out-of-scope", "นอกงานของศูนย์", (context, args) => {
    if (args.with?.what === "licence")
      return [say(onlyLicensed, { choices: [start("ติดต่อเจ้าหน้าที่", "contact"), ...reportActions(context)] })];
    const found = outOfScope[args.with?.what ?? ""];
    const text = found ? `ขออภัยค่ะ เรื่อง${found.what} ศูนย์ ICT ไม่ได้ดูแล\nติดต่อ${found.whom} ได้เลยค่ะ` : "ขออภัยค่ะ เรื่องนี้ศูนย์ ICT ไม่ได้ดูแล";
    return withMenu(context, text);
  }),
];

import { z } from "zod";
import { defineTalk } from "#models/conversations/define-talk.ts";
import { usefulChoices } from "#models/conversations/menu/choices.ts";
import { callName } from "#models/fields/thai/person-name.ts";
import { say } from "#models/messages/build.ts";
import { privacyNotice } from "#models/phrases/privacy-notice.ts";

/** The first words after somebody adds us, or comes back. */
export const welcome = defineTalk<null>({
  id: "welcome",
  version: 1,
  name: "ทักทาย",
  state: z.null(),
  begin(_, context) {
    const { person, office } = context;
    if (person) {
      return { state: null, messages: [say(`สวัสดีค่ะ ${callName(person.name)} ยินดีต้อนรับกลับมาค่ะ`, { choices: usefulChoices(context) })] };
    }
    const hello = say(`สวัสดีค่ะ ${office.name} ยินดีช่วยเรื่องคอมพิวเตอร์ เน็ต และระบบงานค่ะ\nแจ้งซ่อมได้ทันที พิมพ์อาการมาได้เลยค่ะ`);
    return {
      state: null,
      messages: [hello, say(privacyNotice.text)],
      handsTo: { talk: "register", args: { with: { noticed: "yes", welcome: "yes" } } },
    };
  },
});

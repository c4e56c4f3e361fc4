import { buttonsOf, quickRepliesOf } from "#scripts/simulator/buttons.ts";
import type { Operations } from "#scripts/simulator/operations.ts";
import { readMessage, readScreen } from "#scripts/simulator/readable.ts";
import type { Action, BotMessage, ChatMessage } from "#scripts/simulator/types.ts";
import type { Step } from "./stories.ts";

/** One person with a phone: does the steps of a story, and holds the bot to its answers. */
export type Phone = {
  userId: string;
  /** Does a step and returns what was heard. Throws when the answer is another one, or none. */
  does(step: Step, number: string): Promise<string>;
  /** what stands in the chat, for a report */
  screen(): Promise<string>;
};

/** A message taken up from a dead process is answered within 20 s; another death may come on top. */
const patienceMs = 30_000;
/** An answer whose reply token died leads the next reply: whoever hears nothing says something. */
const mostReminders = 2;

export function openPhone(line: Operations, userId: string): Phone {
  async function act(does: Step["does"], number: string): Promise<void> {
    if ("says" in does) {
      for (const text of does.says) await line.act({ userId, action: { do: "say", text: text.replaceAll("{number}", number) } });
      return;
    }
    const found = findButton(await line.transcript({ chatId: userId }), does.taps, number);
    await line.act({ userId, action: { do: "tap", action: found.action, messageId: found.messageId } });
  }

  /** What came until the answer did, or until the patience was over. */
  async function listen(): Promise<string> {
    const messages = await line.hears({ chatId: userId, timeoutMs: patienceMs }).catch(() => []);
    return messages.map((message) => `${readMessage(message)}\n`).join("");
  }

  return {
    userId,
    async does(step, number) {
      const wanted = step.hears.replaceAll("{number}", number);
      await act(step.does, number);
      let heard = "";
      for (let reminders = 0; reminders <= mostReminders; reminders++) {
        // A sticker asks for nothing: the bot says again where things stand.
        if (reminders > 0) await line.act({ userId, action: { do: "sticker", packageId: "446", stickerId: "1988" } });
        heard += await listen();
        if (heard !== "" && heard.includes(wanted)) return heard;
      }
      throw new Error(`${JSON.stringify(step.does)} should be answered with “${wanted}”, and was with: ${heard || "nothing"}`);
    },
    screen: async () => readScreen(await line.transcript({ chatId: userId }), 60),
  };
}

/** The newest button with this label on a message about this number; a push about another job may have come between. */
function findButton(transcript: ChatMessage[], label: string, number: string): { action: Action; messageId: string } {
  const messages = transcript.filter((message) => message.from.kind === "bot" && readMessage(message).includes(number));
  for (const { id, content } of messages.toReversed()) {
    const buttons = [...buttonsOf(content as BotMessage), ...quickRepliesOf(content as BotMessage)];
    const found = buttons.find((button) => button.label === label);
    if (found) return { action: found.action, messageId: id };
  }
  throw new Error(`No button “${label}” on a message about ${number}.`);
}

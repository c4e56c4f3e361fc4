import mongoose from "mongoose";
import { connectDatabase } from "#bot/platform/database.ts";
import { ChatModel } from "#models/documents/chat.document.ts";
import { isPlanted, plantSamples } from "./seed/plant.ts";

type Input = { uri: string; say(line: string): void };

/**
 * Plants the sample data where there is none, and forgets what the simulator forgets with each start: rich menus.
 * @returns LINE ids of the chats that have the bot as a friend
 */
export async function prepareDatabase({ uri, say }: Input): Promise<Set<string>> {
  const connection = await connectDatabase(uri, { poolSize: 5 });
  try {
    if (!(await isPlanted())) {
      say("กำลังเตรียมข้อมูลตัวอย่าง (โรงเรียน บุคลากร งานซ่อมและคำขอหนึ่งปี ทั้งหมดสมมติขึ้น)…");
      // A planting that was cut short left a part.
      await connection.dropDatabase();
      const { schools, people, requests } = await plantSamples({ now: new Date() });
      say(`มี ${schools} โรงเรียน ${people} คน ${requests} เรื่อง`);
    }
    await ChatModel.updateMany({ menu: { $ne: null } }, { $set: { menu: null } });
    const chats = await ChatModel.find({ kind: "user", following: true }, { _id: 1 }).lean();
    return new Set(chats.map(({ _id }) => _id));
  } finally {
    await mongoose.disconnect();
  }
}

import { setTimeout as pause } from "node:timers/promises";
import type { Phone } from "./phone.ts";
import type { Random } from "./random.ts";
import type { Step, Story } from "./stories.ts";

/** How a story went. */
export type Lived = {
  chatId: string;
  technicianId: string;
  story: Story;
  /** the number the teacher was told; "" when they never were */
  number: string;
  confirmed: boolean;
  /** why the story broke off */
  fault: string | null;
};

/** A technician's phone, one story at a time. */
export type Technician = { phone: Phone; turn: Promise<unknown> };

const numberIn = (text: string): string => /เลขที่ (ซ-\d{4}-\d{6})/.exec(text)?.[1] ?? "";

/** How long people read and type: without it everybody waits for the bot at once, and one death stops them all. */
export type Tempo = { random: Random; teacherMs: number; technicianMs: number };

/** Takes one teacher, and their technician in between, through a story. `onStep` is called before each step. */
export async function liveStory(story: Story, teacher: Phone, technician: Technician, tempo: Tempo, onStep: () => void): Promise<Lived> {
  const lived: Lived = { chatId: teacher.userId, technicianId: technician.phone.userId, story, number: "", confirmed: false, fault: null };
  async function walk(phone: Phone, steps: Step[], meanMs: number): Promise<void> {
    for (const step of steps) {
      await pause(tempo.random.between(0, 2 * meanMs));
      onStep();
      if (isConfirmation(step)) lived.confirmed = true;
      const heard = await phone.does(step, lived.number);
      if (isConfirmation(step)) lived.number = numberIn(heard);
    }
  }
  try {
    await walk(teacher, story.report, tempo.teacherMs);
    if (story.repair.length > 0) await inTurn(technician, () => walk(technician.phone, story.repair, tempo.technicianMs));
    await walk(teacher, story.close, tempo.teacherMs);
  } catch (error) {
    lived.fault = error instanceof Error ? error.message : String(error);
  }
  return lived;
}

const isConfirmation = ({ does }: Step): boolean => "says" in does && does.says[0] === "ยืนยัน";

/** A technician finishes one job before the next: it is the same chat. */
function inTurn(technician: Technician, work: () => Promise<void>): Promise<void> {
  const done = technician.turn.then(work);
  technician.turn = done.catch(() => undefined);
  return done;
}

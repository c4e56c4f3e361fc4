import type { Understanding } from "#models/conversations/understanding.ts";
import { withoutMasked } from "#models/fields/thai/mask.ts";
import { type NumberCode, readRequestNumber } from "#models/fields/thai/request-number.ts";
import { decideCategory } from "./category.ts";
import { findEntities } from "./entities.ts";
import { isFinished } from "./finished.ts";
import { decideIntent } from "./intent.ts";
import { readMessage } from "./reading.ts";
import { decideUrgency } from "./urgency.ts";

const repairCode: readonly NumberCode[] = [{ thai: "ซ", ascii: "REP" }];

/**
 * What a message means: intent, category, urgency and what it names. Pure; takes any text and never throws.
 * `codes` are the codes of all request types, for their numbers (the repair's alone when left out).
 */
export function understand(message: string, options: { codes?: readonly NumberCode[] } = {}): Understanding {
  const { text, withheld } = withoutMasked(message);
  const reading = readMessage(text);
  const number = readRequestNumber(reading.text, options.codes ?? repairCode);
  const { intent, confidence } = decideIntent(reading, number !== null);
  const { entities, devices } = findEntities(reading, intent, decideCategory(reading, intent), number);
  const outOfScope = intent === "report_repair" && devices.length === 0 ? reading.outOfScope[0]?.tag : undefined;
  // "ห้องคอมเปิดไม่ติด": where nothing else is named, the room tells.
  const about = devices.length > 0 || outOfScope ? devices : reading.devices;
  const category = decideCategory({ ...reading, devices: [...about] }, intent);
  const urgency = decideUrgency(reading, intent, category);
  const danger = intent === "report_repair" ? reading.danger[0]?.tag : undefined;
  return {
    intent,
    category,
    urgency,
    confidence: category === "other" && intent === "report_repair" && !outOfScope ? Math.min(confidence, 0.6) : confidence,
    finished: isFinished(reading, intent, entities),
    entities,
    ...(danger ? { danger } : {}),
    ...(withheld ? { withheld } : {}),
    ...(outOfScope ? { outOfScope } : {}),
  };
}

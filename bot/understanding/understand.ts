import type { Intent, Understanding } from "#models/conversations/understanding.ts";
import { withoutMasked } from "#models/fields/thai/mask.ts";
import { type NumberCode, readRequestNumber } from "#models/fields/thai/request-number.ts";
import { decideCategory } from "./category.ts";
import { findEntities } from "./entities.ts";
import { isFinished } from "./finished.ts";
import { decideIntent } from "./intent.ts";
import { type Reading, readMessage } from "./reading.ts";
import { decideUrgency } from "./urgency.ts";
import { asksForPirated } from "./vocabulary/out-of-scope.ts";

const repairCode: readonly NumberCode[] = [{ thai: "ซ", ascii: "REP" }];

/** What the ICT centre does not do, where a message asks for just that. */
function notOurs(reading: Reading, intent: Intent, namesDevice: boolean): Understanding["outOfScope"] {
  if (asksForPirated(reading.text) && !reading.symptoms.some(({ tag }) => tag.topic !== true)) return "licence";
  return intent === "report_repair" && !namesDevice ? reading.outOfScope[0]?.tag : undefined;
}

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
  const outOfScope = notOurs(reading, intent, devices.length > 0);
  // "ห้องคอมเปิดไม่ติด": where nothing else is named, the room tells.
  const about = devices.length > 0 || outOfScope ? devices : reading.devices;
  const category = decideCategory({ ...reading, devices: [...about] }, intent);
  const urgency = decideUrgency(reading, intent, category);
  const danger = intent === "report_repair" ? reading.danger[0]?.tag : undefined;
  // Smoke from a socket stays a report, whoever looks after the socket.
  const isNone = outOfScope !== undefined && danger === undefined;
  return {
    ...(isNone ? { intent: "other", category: null, urgency: null } : { intent, category, urgency }),
    confidence: category === "other" && intent === "report_repair" && !outOfScope ? Math.min(confidence, 0.6) : confidence,
    finished: isFinished(reading, intent, entities),
    entities,
    ...(danger ? { danger } : {}),
    ...(withheld ? { withheld } : {}),
    ...(outOfScope ? { outOfScope } : {}),
  };
}

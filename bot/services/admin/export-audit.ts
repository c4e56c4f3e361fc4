import type { ServiceContext } from "#bot/services/service-context.ts";
import { AccessEntryModel } from "#models/documents/access-entry.document.ts";
import { ChangeEntryModel } from "#models/documents/change-entry.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { actionLabel } from "./audit-words.ts";
import { showMoment } from "./export-requests.ts";

type Span = { $gte: Date; $lt: Date };

/** What admins changed, the newest first. */
export async function* changeRows(ctx: ServiceContext, at: Span, most: number): AsyncGenerator<string[]> {
  const found = ChangeEntryModel.find({ at }).sort({ at: -1, _id: -1 }).limit(most).lean();
  for await (const { at: when, by, action, subjectLabel, changes } of found.cursor()) {
    const said = changes.map(({ label, from, to }) => `${label}: ${from || "–"} → ${to || "–"}`).join("\n");
    yield [showMoment(when), by.name, actionLabel(ctx.catalogue, action), subjectLabel, said];
  }
}

/** Who read or changed personal data, the newest first. Records are named by their ids, as the log keeps them. */
export async function* lookRows(ctx: ServiceContext, at: Span, most: number): AsyncGenerator<string[]> {
  const nameOf = openNames();
  const found = AccessEntryModel.find({ at }).sort({ at: -1 }).limit(most).lean();
  for await (const { at: when, personId, action, subject, result, ip } of found.cursor({ batchSize: 1_000 })) {
    yield [
      showMoment(when),
      await nameOf(personId),
      actionLabel(ctx.catalogue, action),
      subject,
      result === "allowed" ? "ได้" : "ไม่ได้",
      ip ?? "",
    ];
  }
}

/** Names by id, each looked up once: those who look are few beside those who are known. Who is gone keeps the id. */
function openNames(): (id: string) => Promise<string> {
  const known = new Map<string, string>();
  return async (id) => {
    const name = known.get(id) ?? (await PersonModel.findById(id, { name: 1 }).lean())?.name ?? id;
    known.set(id, name);
    return name;
  };
}

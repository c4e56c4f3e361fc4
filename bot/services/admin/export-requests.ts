import type { QueryFilter } from "mongoose";
import { presentState } from "#bot/services/requests/present-request.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { bangkokDate, bangkokTime } from "#models/fields/thai/bangkok.ts";
import { categoryLabels, urgencyLabels } from "#models/requests/categories.ts";

export const requestColumns = [
  "หมายเลข",
  "แจ้งเมื่อ",
  "แบบ",
  "เรื่อง",
  "ประเภท",
  "ความเร่งด่วน",
  "สถานะ",
  "สถานะตั้งแต่",
  "กลุ่มงาน",
  "โรงเรียน",
  "โซน",
  "ผู้แจ้ง",
  "โทรศัพท์",
  "ผู้รับงาน",
  "กำหนดเสร็จ",
] as const;

/** Requests in the order they were filed, times in Bangkok's as a spreadsheet reads them ("2026-11-23 09:30"). */
export async function* requestRows(ctx: ServiceContext, filter: QueryFilter<RequestDocument>, most: number): AsyncGenerator<string[]> {
  const found = RequestModel.find(filter, { answers: 0, filed: 0, searchTokens: 0 }).sort({ createdAt: 1, _id: 1 }).limit(most).lean();
  for await (const request of found.cursor({ batchSize: 1_000 })) yield cellsOf(ctx, request);
}

type Exported = Omit<RequestDocument, "answers" | "filed" | "searchTokens" | "startBy">;

function cellsOf({ catalogue }: ServiceContext, request: Exported): string[] {
  const type = catalogue.of(request.formId);
  return [
    request.number,
    showMoment(request.createdAt),
    type.name,
    request.subject,
    categoryLabels[request.category],
    urgencyLabels[request.urgency],
    type.workflow.states[presentState(type, request.state)]?.label ?? request.state,
    showMoment(request.stateSince),
    String(request.group),
    request.school.name,
    request.school.zone ?? "",
    request.requester.name,
    request.requester.phone ?? "",
    request.assignee?.name ?? "",
    showMoment(request.finishBy),
  ];
}

export const showMoment = (at: Date): string => `${bangkokDate(at)} ${bangkokTime(at)}`;

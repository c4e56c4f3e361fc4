import type { RequestType } from "./define-request-type.ts";

/** Everything that people can ask for, the most wanted first. A new form is one folder beside this file and one line here. */
export const catalogue: RequestType[] = await typesIn([
  import("./repair/repair.request.ts"),
  import("./borrow/borrow.request.ts"),
  import("./material-use/material-use.request.ts"),
  import("./work-request/work-request.request.ts"),
  import("./purchase/purchase.request.ts"),
  import("./access-request/access-request.request.ts"),
  import("./id-card-request/id-card-request.request.ts"),
  import("./spec-definition/spec-definition.request.ts"),
  import("./spec-comparison/spec-comparison.request.ts"),
  import("./questionnaire/questionnaire.request.ts"),
  import("./assessment/assessment.request.ts"),
  import("./operation-summary/operation-summary.request.ts"),
  import("./study-record/study-record.request.ts"),
  import("./study-report/study-report.request.ts"),
  import("./ict-dev-record/ict-dev-record.request.ts"),
  import("./ict-dev-report/ict-dev-report.request.ts"),
  import("./monitor-network/monitor-network.request.ts"),
  import("./monitor-info/monitor-info.request.ts"),
  import("./monitor-feedback/monitor-feedback.request.ts"),
  import("./evaluation-report/evaluation-report.request.ts"),
  import("./annual-report/annual-report.request.ts"),
]);

/** What each file defines. */
async function typesIn(files: Promise<Record<string, RequestType>>[]): Promise<RequestType[]> {
  return (await Promise.all(files)).flatMap((file) => Object.values(file));
}

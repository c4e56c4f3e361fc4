import { accessRequest } from "./access-request/access-request.request.ts";
import { annualReport } from "./annual-report/annual-report.request.ts";
import { assessment } from "./assessment/assessment.request.ts";
import { borrow } from "./borrow/borrow.request.ts";
import type { RequestType } from "./define-request-type.ts";
import { evaluationReport } from "./evaluation-report/evaluation-report.request.ts";
import { ictDevRecord } from "./ict-dev-record/ict-dev-record.request.ts";
import { ictDevReport } from "./ict-dev-report/ict-dev-report.request.ts";
import { idCardRequest } from "./id-card-request/id-card-request.request.ts";
import { materialUse } from "./material-use/material-use.request.ts";
import { monitorFeedback } from "./monitor-feedback/monitor-feedback.request.ts";
import { monitorInfo } from "./monitor-info/monitor-info.request.ts";
import { monitorNetwork } from "./monitor-network/monitor-network.request.ts";
import { operationSummary } from "./operation-summary/operation-summary.request.ts";
import { purchase } from "./purchase/purchase.request.ts";
import { questionnaire } from "./questionnaire/questionnaire.request.ts";
import { repair } from "./repair/repair.request.ts";
import { specComparison } from "./spec-comparison/spec-comparison.request.ts";
import { specDefinition } from "./spec-definition/spec-definition.request.ts";
import { studyRecord } from "./study-record/study-record.request.ts";
import { studyReport } from "./study-report/study-report.request.ts";
import { workRequest } from "./work-request/work-request.request.ts";

/** Everything that people can ask for. A new form is one folder beside this file and one line here. */
export const catalogue: RequestType[] = [
  repair,
  materialUse,
  purchase,
  borrow,
  workRequest,
  specDefinition,
  specComparison,
  questionnaire,
  assessment,
  idCardRequest,
  accessRequest,
  operationSummary,
  studyRecord,
  studyReport,
  ictDevRecord,
  ictDevReport,
  monitorNetwork,
  monitorInfo,
  monitorFeedback,
  evaluationReport,
  annualReport,
];

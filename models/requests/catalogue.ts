import type { RequestType } from "./define-request-type.ts";
import { materialUse } from "./material-use/material-use.request.ts";
import { purchase } from "./purchase/purchase.request.ts";
import { repair } from "./repair/repair.request.ts";
import { specComparison } from "./spec-comparison/spec-comparison.request.ts";
import { specDefinition } from "./spec-definition/spec-definition.request.ts";

/** Everything that people can ask for. A new form is one folder beside this file and one line here. */
export const catalogue: RequestType[] = [repair, materialUse, purchase, specDefinition, specComparison];

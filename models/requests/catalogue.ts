import type { RequestType } from "./define-request-type.ts";
import { repair } from "./repair/repair.request.ts";

/** Everything that people can ask for. A new form is one folder beside this file and one line here. */
export const catalogue: RequestType[] = [repair];

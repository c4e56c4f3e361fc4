import { borrow } from "./borrow.ts";
import { cancel } from "./cancel.ts";
import { checkStatus } from "./check-status.ts";
import { complain } from "./complain.ts";
import { consult } from "./consult.ts";
import type { Example } from "./example.ts";
import { greet } from "./greet.ts";
import { human } from "./human.ts";
import { other } from "./other.ts";
import { reportRepairDevices } from "./report-repair-devices.ts";
import { reportRepairServices } from "./report-repair-services.ts";
import { requestForm } from "./request-form.ts";
import { thanks } from "./thanks.ts";

/** Every example, by intent. */
export const examples: readonly Example[] = [
  ...reportRepairDevices,
  ...reportRepairServices,
  ...checkStatus,
  ...cancel,
  ...human,
  ...complain,
  ...thanks,
  ...greet,
  ...other,
  ...borrow,
  ...requestForm,
  ...consult,
];

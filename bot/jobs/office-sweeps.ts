import type { NotificationDeps } from "#bot/notifications/deps.ts";
import type { Notifications } from "#bot/notifications/open-notifications.ts";
import { pushUndeliveredReplies } from "#bot/notifications/push-undelivered-replies.ts";
import { sendDigests } from "#bot/notifications/send-digests.ts";
import { type FetchContent, fetchWanted } from "#bot/services/files/fetch-wanted.ts";
import { removeLooseFiles } from "#bot/services/files/remove-loose-files.ts";
import { dropForgotten } from "#bot/services/notices/decide-notices.ts";
import { runDue } from "#bot/services/requests/run-due.ts";
import { makeRecords, type RecordDeps } from "./make-records.ts";
import type { Sweep } from "./sweep.ts";

type OfficeSweepsInput = Pick<RecordDeps, "printer" | "pageOf"> & {
  notifications: Notifications;
  deps: NotificationDeps;
  fetchContent: FetchContent;
};

const second = 1_000;
const minute = 60 * second;

/** What the office's bot looks for by itself. The server adds what belongs to its turns: the inbox, pending replies. */
export function officeSweeps({ notifications, deps, fetchContent, printer, pageOf }: OfficeSweepsInput): Sweep[] {
  const { services, log } = deps;
  return [
    { name: "notices", every: 4 * second, run: () => notifications.sweep() },
    { name: "undelivered-replies", every: 8 * second, run: () => pushUndeliveredReplies(deps) },
    { name: "wanted-files", every: 8 * second, run: () => fetchWanted(services, fetchContent) },
    { name: "digests", every: 20 * second, run: () => sendDigests(deps) },
    { name: "records", every: 8 * second, run: () => makeRecords({ services, printer, log, pageOf }) },
    { name: "due-requests", every: minute, run: () => runDueAndTell() },
    { name: "forgotten-notices", every: 360 * minute, run: () => dropForgotten(services.clock.now()) },
    { name: "loose-files", every: 30 * minute, run: () => removeLooseFiles(services) },
  ];

  async function runDueAndTell(): Promise<void> {
    if ((await runDue(services)) > 0) notifications.wake();
  }
}

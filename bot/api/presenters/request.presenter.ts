import type { ApiDeps } from "#bot/api/api-deps.ts";
import type { FileFacts } from "#bot/services/files/describe-files.ts";
import type { RequestMore } from "#bot/services/requests/read-more.ts";
import type { Photo, RequestCard, RequestDetail, RequestLink, StoredFile } from "#models/contracts/parts.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { categoryLabels, urgencyLabels } from "#models/requests/categories.ts";
import { systemActor } from "#models/workflows/roles.ts";

type Deps = Pick<ApiDeps, "services" | "signedLinks">;

/** A page stays open for an hour or two; its pictures do as long. Milliseconds. */
const thumbnailLifeMs = 2 * 3_600_000;

/** A request as one of a list. */
export function presentCard({ services }: Deps, view: RequestView): RequestCard {
  const { workflow } = services.catalogue.of(view.formId);
  const state = workflow.states[view.state];
  return {
    id: view.id,
    formId: view.formId,
    number: view.number,
    subject: view.subject,
    state: view.state,
    stateLabel: view.stateLabel,
    tone: state?.tone ?? "plain",
    // What is over for good and leaves nothing to press promises nothing either: the seven days of ยังไม่หาย end.
    next: state?.final && view.possible.length === 0 ? "" : view.next,
    revision: view.revision,
    answersRevision: view.answersRevision,
    category: view.category,
    categoryLabel: categoryLabels[view.category],
    urgency: view.urgency,
    urgencyLabel: urgencyLabels[view.urgency],
    school: view.school,
    requester: view.requester.name,
    assignee: view.assignee,
    group: view.group,
    filedAt: view.filedAt.toISOString(),
    finishBy: view.finishBy.toISOString(),
    isLate: view.isLate,
    isClockStopped: state?.clock === "stops",
    isOpen: view.isOpen,
    asked: view.asked,
    latest: latestOf(view),
    actions: view.possible.flatMap((id) => {
      const transition = workflow.transitions[id];
      if (!transition) return [];
      const isPrimary = transition.primary === true || view.asked?.transitions.includes(id) === true;
      const confirm = transition.confirm?.replace("{number}", view.number) ?? null;
      const ownForm = transition.rewrites ? services.catalogue.of(view.formId).form : transition.form;
      const { label, rewrites = false, decides = null } = transition;
      return [{ transition: id, label, isPrimary, confirm, formVersion: ownForm?.version ?? null, rewrites, decides }];
    }),
  };
}

/** What happened last, by whom. */
function latestOf({ timeline }: RequestView): RequestCard["latest"] {
  const last = timeline.at(-1);
  return last ? { by: last.by, isOwn: last.isOwn, deed: last.deed, words: last.words, at: last.at.toISOString() } : null;
}

/** A request with all that its viewer may see. */
export function presentDetail(deps: Deps, view: RequestView, more: RequestMore, viewer: { isStaff: boolean }): RequestDetail {
  const files = (ids: string[]) =>
    presentFiles(
      deps,
      ids.flatMap((id) => more.files.get(id) ?? []),
    );
  const link = ({ formId, ...rest }: NonNullable<RequestMore["origin"]>): RequestLink => ({
    ...rest,
    formId,
    name: deps.services.catalogue.of(formId).name,
  });
  const { form } = deps.services.catalogue.of(view.formId);
  const sectionOf = (field: string) => form.sections.find(({ fields }) => fields.includes(field))?.title ?? null;
  return {
    ...presentCard(deps, view),
    formVersion: view.formVersion,
    formTitle: form.title,
    filed: view.filed.map((answer) => ({ ...answer, section: sectionOf(answer.field) })),
    photos: presentPhotos(deps, view.photos),
    files: files(view.files),
    phone: viewer.isStaff ? view.requester.phone : null,
    startBy: view.startBy.toISOString(),
    origin: more.origin && link(more.origin),
    followUps: more.followUps.map(link),
    continuations: more.continuations,
    canCopy: more.canCopy,
    official: more.official,
    canSetOfficial: more.canSetOfficial,
    record: more.record && { ...more.record, at: more.record.at.toISOString() },
    hasCard: more.hasCard,
    decisions: more.decisions.map((rung) => ({ ...rung, at: rung.at?.toISOString() ?? null })),
    survey: more.survey,
    timeline: view.timeline.map(({ sequence, at, deed, by, isOwn, position, isStaffOnly, filed, photos: ids, files: named }) => ({
      sequence,
      at: at.toISOString(),
      deed,
      by: by === systemActor.name ? "" : by,
      isOwn,
      position,
      isStaffOnly,
      filed,
      photos: presentPhotos(deps, ids),
      files: files(named),
    })),
  };
}

/** Stored pictures with thumbnails that a page may show for as long as it stays open. */
export function presentPhotos({ services, signedLinks }: Deps, ids: string[]): Photo[] {
  // To the full hour, so that the same picture keeps its address, and the browser its copy.
  const hour = 3_600_000;
  const until = new Date(Math.ceil((services.clock.now().getTime() + thumbnailLifeMs) / hour) * hour);
  return ids.map((id) => ({ id, thumbnail: `/pictures/${signedLinks.makeThumbnailLink(id, until)}` }));
}

/** Files by their names; a picture among them with its thumbnail. */
export function presentFiles(deps: Deps, files: FileFacts[]): StoredFile[] {
  return files.map(({ isPicture, ...file }) => ({
    ...file,
    thumbnail: isPicture ? (presentPhotos(deps, [file.id])[0]?.thumbnail ?? null) : null,
  }));
}

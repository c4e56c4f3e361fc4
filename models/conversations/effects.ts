import type { Candidate, LookupSource } from "#models/fields/field.ts";
import type { SchoolValue } from "#models/fields/kinds/picked.ts";
import type { Answers } from "#models/requests/define-form.ts";
import type { AnswerProblem } from "#models/requests/parse-answers.ts";
import type { Survey } from "#models/surveys/survey.ts";
import type { Role } from "#models/workflows/roles.ts";
import type { RequestView } from "./request-view.ts";
import type { NumberMention } from "./understanding.ts";

export type Registration = { name: string; position: string; school: SchoolValue; phone?: string };

/** Which requests a list holds. */
export type ListName = "mine-open" | "mine-recent" | "my-work" | "unassigned" | "late" | "queue" | "to-decide";

/** A person's load, for the head. */
export type Workload = { personId: string; name: string; open: number; late: number; awayUntil: Date | null };

/** A survey that takes answers. */
export type OpenSurvey = Pick<Survey, "title" | "introduction" | "questions" | "isAnonymous" | "until"> & { id: string };

/** Everything a talk may want done: what goes in, what comes out. Queries answer within the turn. */
export type Queries = {
  lookup: { in: { source: LookupSource; text: string }; out: { candidates: Candidate[]; directoryIsEmpty: boolean } };
  list: { in: { list: ListName }; out: { requests: RequestView[]; total: number } };
  /** by id, or by a number as typed; several when a bare tail fits more than one */
  find: { in: { id: string } | { number: NumberMention }; out: { requests: RequestView[] } };
  /** the newest request that the person filed, of one form or of any: what another can begin with; null where there is none */
  lastFiled: { in: { formId?: string }; out: { last: { formId: string; number: string; answers: Answers } | null } };
  /** the surveys that wait for the person's answers */
  openSurveys: { in: Record<never, never>; out: { surveys: OpenSurvey[] } };
  workload: { in: Record<never, never>; out: { people: Workload[]; unassigned: number } };
};

/** Commands: one ends the turn, in one transaction with the chat. */
export type Commands = {
  register: { in: { registration: Registration; noticeVersion: string }; out: { firstTime: boolean; claimed: number } };
  submit: {
    in: {
      formId: string;
      formVersion: number;
      /** the idempotency key of the submission */
      draftId: string;
      answers: Answers;
      /** an unregistered person registers in the same transaction */
      registration?: { registration: Registration; noticeVersion: string };
      /** staff report for a caller or walk-in */
      onBehalfOf?: { name: string; phone: string | null };
      /** a page shows the pictures that it names: one that is gone is refused, where the chat leaves it out */
      refusesGonePhotos?: true;
    };
    out: { request: RequestView };
  };
  transition: {
    in: {
      requestId: string;
      transition: string /** the state it was offered in */;
      offeredIn: string;
      answers: Answers /** of the transition's form, as a page knows it; the chat asks by the present one */;
      formVersion?: number | null;
      /** the idempotency key of a page's deed: the second call with it does nothing more */
      key?: string | undefined;
      refusesGonePhotos?: true;
      /** of a decision: the answersRevision that was shown */
      seen?: number | undefined;
    };
    out: { request: RequestView };
  };
  /** `already`: had answered before, what was sent now is not kept */
  answerSurvey: { in: { surveyId: string; answers: Answers }; out: { is: "kept" | "already" } };
  redeem: { in: { code: string }; out: { name: string; role: Role } };
  setAway: { in: { personId: string; until: Date | null }; out: { name: string; until: Date | null } };
};

type All = Queries & Commands;

/** An effect as data: its name and what goes in. */
export type Effect = { [K in keyof All]: { do: K } & All[K]["in"] }[keyof All];
export type Query = Extract<Effect, { do: keyof Queries }>;
export type Command = Extract<Effect, { do: keyof Commands }>;

/** Why a service would not: facts from which the talk makes its words. */
export type ServiceRefusal =
  | { code: "not_found" }
  | { code: "not_allowed" }
  /** nobody decides what they asked for themselves */
  | { code: "own_request" }
  /** it has moved on: who did what, and how it stands; `changed`: which answers, where a decision was about others */
  | { code: "state_changed"; by: string; deed: string; changed?: string; request: RequestView }
  | { code: "too_late"; days: number }
  | { code: "invalid_answers"; problems: AnswerProblem[] }
  | { code: "form_changed" }
  | { code: "not_registered" }
  | { code: "invitation_unknown" }
  | { code: "invitation_used" }
  | { code: "invitation_expired" };

/** What came of an effect. */
export type Outcome =
  | { [K in keyof All]: { did: K; ok: true } & All[K]["out"] }[keyof All]
  | { [K in keyof All]: { did: K; ok: false; refusal: ServiceRefusal } }[keyof All];

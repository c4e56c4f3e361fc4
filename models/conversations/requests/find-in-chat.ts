import type { TalkContext } from "#models/conversations/conversation.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { type FoundForms, formFinder } from "#models/requests/find-form.ts";
import type { Catalogue } from "#models/requests/open-catalogue.ts";

type Finder = (text: string) => FoundForms<{ type: RequestType }>;
type Finders = { all: Finder; everyones: Finder };

// The same catalogue is searched for every chat.
const finders = new WeakMap<Catalogue, Finders>();

function findersOf(catalogue: Catalogue): Finders {
  const known = finders.get(catalogue);
  if (known) return known;
  const findable = ({ name, about, keywords, form }: RequestType) => ({ name, about, keywords, titles: form.manualTitles });
  const finderOf = (types: RequestType[]): Finder => formFinder(types.map((type) => ({ ...findable(type), type })));
  const made = { all: finderOf(catalogue.all), everyones: finderOf(catalogue.all.filter(isEveryones)) };
  finders.set(catalogue, made);
  return made;
}

const isEveryones = ({ openTo }: RequestType): boolean => openTo === "everyone";

/** The forms that this person is offered. */
export function formsFor({ person, catalogue }: Pick<TalkContext, "person" | "catalogue">): RequestType[] {
  return person?.isStaff ? catalogue.all : catalogue.all.filter(isEveryones);
}

/**
 * The forms that a sentence asks for, of those the person is offered. One that is the centre's own is found where it alone is
 * meant: its talk says who fills it.
 */
export function findInChat({ person, catalogue }: TalkContext, text: string): FoundForms<RequestType> {
  const { all, everyones } = findersOf(catalogue);
  const types = ({ forms, sure }: FoundForms<{ type: RequestType }>) => ({
    forms: forms.map(({ type }) => type),
    sure: sure?.type ?? null,
  });
  if (person?.isStaff) return types(all(text));
  const found = types(everyones(text));
  const meant = found.sure ? null : types(all(text)).sure;
  return meant && !isEveryones(meant) ? { forms: found.forms, sure: meant } : found;
}

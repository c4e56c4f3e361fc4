import type { Understanding } from "#models/conversations/understanding.ts";
import { foldCase, tidyText } from "#models/fields/thai/normalise.ts";
import { findDangers } from "./danger.ts";
import { type Hit, longestFirst, TermScanner } from "./term-scanner.ts";
import { dangerWords } from "./vocabulary/danger.ts";
import { decoys } from "./vocabulary/decoys.ts";
import { type DeviceWords, devices } from "./vocabulary/devices.ts";
import { type Cue, intentWords } from "./vocabulary/intents.ts";
import { type OtherService, outOfScopeWords } from "./vocabulary/out-of-scope.ts";
import { placeNames, roomNames } from "./vocabulary/places.ts";
import { type SymptomWords, symptoms } from "./vocabulary/symptoms.ts";
import { wordsOf } from "./vocabulary/term.ts";
import { type UrgencyCue, urgencyWords } from "./vocabulary/urgency.ts";

type Tag =
  | { kind: "device"; of: DeviceWords }
  | { kind: "symptom"; of: SymptomWords }
  | { kind: "intent"; of: Cue }
  | { kind: "urgency"; of: UrgencyCue }
  | { kind: "danger"; of: NonNullable<Understanding["danger"]> }
  | { kind: "outOfScope"; of: OtherService }
  | { kind: "room" | "place" | "decoy"; of: null };
type TagOf<Kind extends Tag["kind"]> = Extract<Tag, { kind: Kind }>["of"];

/** One message, read once: its text in two spellings of equal length, and every word of the tables that stands in it. */
export type Reading = {
  /** The person's words, tidied; what entities are cut from. */
  shown: string;
  /** Lower case, Arabic digits; what patterns are matched against. */
  text: string;
  devices: Hit<DeviceWords>[];
  symptoms: Hit<SymptomWords>[];
  cues: Map<Cue, Hit<Cue>[]>;
  urgency: Map<UrgencyCue, Hit<UrgencyCue>[]>;
  danger: Hit<NonNullable<Understanding["danger"]>>[];
  outOfScope: Hit<OtherService>[];
  rooms: Hit<null>[];
  places: Hit<null>[];
};

function compile(): TermScanner<Tag> {
  const scanner = new TermScanner<Tag>();
  const addAll = (words: string, tag: Tag) => {
    for (const word of wordsOf(words)) scanner.add(word, tag);
  };
  for (const entry of devices) addAll(entry.words, { kind: "device", of: entry });
  // The same word may stand in a general and in a particular table: the particular one is found first.
  for (const entry of [...symptoms].sort((a, b) => Number(b.category !== undefined) - Number(a.category !== undefined)))
    addAll(entry.words, { kind: "symptom", of: entry });
  for (const [cue, words] of Object.entries(intentWords)) addAll(words, { kind: "intent", of: cue as Cue });
  for (const [cue, words] of Object.entries(urgencyWords)) addAll(words, { kind: "urgency", of: cue as UrgencyCue });
  for (const danger of ["fire", "battery", "attack", "password"] as const) addAll(dangerWords[danger], { kind: "danger", of: danger });
  for (const service of ["air", "electricity", "water"] as const) addAll(outOfScopeWords[service], { kind: "outOfScope", of: service });
  addAll(roomNames, { kind: "room", of: null });
  addAll(placeNames, { kind: "place", of: null });
  addAll(decoys, { kind: "decoy", of: null });
  return scanner;
}

const scanner = compile();

function grouped<Key>(hits: readonly Hit<Key>[]): Map<Key, Hit<Key>[]> {
  const groups = new Map<Key, Hit<Key>[]>();
  for (const hit of hits) groups.set(hit.tag, [...(groups.get(hit.tag) ?? []), hit]);
  return groups;
}

/** Reads a message once with all tables. */
export function readMessage(message: string): Reading {
  const tidied = tidyText(message);
  const text = foldCase(tidied);
  const hits = scanner.scan(text);
  const hidden = hits.filter(({ tag }) => tag.kind === "decoy");
  const inDecoy = (hit: Hit<Tag>) =>
    hidden.some((d) => (d.start < hit.start ? hit.start < d.end : d.start === hit.start && hit.end < d.end));
  const seen = hits.filter((hit) => hit.tag.kind !== "decoy" && !inDecoy(hit));
  const hitsOf = <Kind extends Tag["kind"]>(kind: Kind): Hit<TagOf<Kind>>[] =>
    seen.filter(({ tag }) => tag.kind === kind).map(({ start, end, tag }) => ({ start, end, tag: tag.of as TagOf<Kind> }));
  return {
    shown: tidied.length === text.length ? tidied : text,
    text,
    devices: longestFirst(hitsOf("device")),
    symptoms: longestFirst(hitsOf("symptom")),
    cues: grouped(hitsOf("intent")),
    urgency: grouped(hitsOf("urgency")),
    danger: longestFirst(findDangers(text, hitsOf("danger"))),
    outOfScope: longestFirst(hitsOf("outOfScope")),
    rooms: hitsOf("room"),
    places: longestFirst(hitsOf("place")),
  };
}

/** Who does a step: the words of the workflow's rules, resolved for each request. */
export type Doer = "technician" | "assignee" | "head" | "requester" | "system";

/** One step of a story: what is done, by whom, after how many working hours (from, to). */
export type StoryStep = { do: string; by: Doer; after: [number, number]; chance?: number };

export type Story = { weight: number; steps: StoryStep[] };

const accept: StoryStep = { do: "accept", by: "technician", after: [0.2, 5] };
const inspect: StoryStep = { do: "inspect", by: "assignee", after: [0.5, 8] };
const repair: StoryStep = { do: "repair", by: "assignee", after: [0.3, 4] };
const done: StoryStep = { do: "done", by: "assignee", after: [0.5, 9] };
const confirm: StoryStep = { do: "confirm-fixed", by: "requester", after: [0.2, 12] };
const rate: StoryStep = { do: "rate", by: "requester", after: [0.1, 2] };
const unrated: StoryStep = { do: "close-unrated", by: "system", after: [24, 24] };
const unanswered: StoryStep = { do: "close-unanswered", by: "system", after: [24, 80] };
const note: StoryStep = { do: "note", by: "assignee", after: [0.1, 1], chance: 0.12 };
const correct: StoryStep = { do: "correct", by: "assignee", after: [0.1, 1], chance: 0.06 };
const add: StoryStep = { do: "add", by: "requester", after: [0.1, 1], chance: 0.08 };

/** How repairs go in a year, and how often each way. */
export const stories: Story[] = [
  { weight: 34, steps: [accept, correct, inspect, note, repair, done, confirm, rate] },
  { weight: 10, steps: [accept, inspect, repair, done, confirm, unrated] },
  { weight: 8, steps: [accept, inspect, repair, done, unanswered] },
  { weight: 14, steps: [accept, { do: "fix-remotely", by: "assignee", after: [0.2, 3] }, done, confirm, rate] },
  {
    weight: 7,
    steps: [
      accept,
      inspect,
      { do: "wait-parts", by: "assignee", after: [0.5, 3] },
      note,
      { ...repair, after: [16, 64] },
      done,
      confirm,
      rate,
    ],
  },
  { weight: 4, steps: [accept, inspect, { do: "send-out", by: "assignee", after: [1, 6] }, { ...done, after: [24, 90] }, confirm, rate] },
  { weight: 3, steps: [accept, inspect, { do: "cannot-repair", by: "assignee", after: [1, 12] }] },
  { weight: 4, steps: [{ do: "withdraw", by: "requester", after: [0.2, 6] }] },
  { weight: 1, steps: [{ do: "reject", by: "head", after: [1, 6] }] },
  {
    weight: 6,
    steps: [{ do: "assign", by: "head", after: [0.5, 6] }, { ...accept, by: "assignee" }, inspect, repair, done, confirm, rate],
  },
  {
    weight: 5,
    steps: [
      accept,
      { do: "ask", by: "assignee", after: [0.3, 3] },
      { do: "answer", by: "requester", after: [0.3, 10] },
      { ...repair, after: [0.5, 6] },
      done,
      confirm,
      rate,
    ],
  },
  {
    weight: 3,
    steps: [
      accept,
      add,
      inspect,
      { do: "forward", by: "assignee", after: [0.5, 4] },
      { ...accept, by: "assignee" },
      repair,
      done,
      confirm,
      rate,
    ],
  },
  {
    weight: 3,
    steps: [
      accept,
      repair,
      done,
      { do: "not-fixed", by: "requester", after: [0.5, 16] },
      inspect,
      { ...repair, after: [1, 8] },
      done,
      confirm,
      rate,
    ],
  },
];

const monthOf = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Bangkok", year: "numeric", month: "2-digit" });

export interface Quota {
  readonly limit: number;
  setLimit(limit: number): void;
  used(): number;
  hasRoomFor(messages: number): boolean;
  spend(messages: number): void;
}

/** The month's counted messages: pushes and multicasts count per recipient reached, replies never. */
export function createQuota(limit: number, clock: () => Date): Quota {
  const usedByMonth = new Map<string, number>();
  const used = () => usedByMonth.get(monthOf.format(clock())) ?? 0;
  let current = limit;
  return {
    get limit() {
      return current;
    },
    setLimit: (next) => {
      current = next;
    },
    used,
    hasRoomFor: (messages) => used() + messages <= current,
    spend: (messages) => void usedByMonth.set(monthOf.format(clock()), used() + messages),
  };
}

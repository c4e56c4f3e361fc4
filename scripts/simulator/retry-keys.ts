const lifeMs = 24 * 60 * 60_000;

export interface AcceptedRequest {
  requestId: string;
  at: number;
  sentMessages: { id: string; quoteToken?: string }[];
}

export interface RetryKeys {
  accepted(key: string): AcceptedRequest | undefined;
  remember(key: string, request: AcceptedRequest): void;
}

/** Requests that were accepted under a retry key; LINE remembers each for 24 hours. */
export function createRetryKeys(clock: () => Date): RetryKeys {
  const requests = new Map<string, AcceptedRequest>();
  return {
    accepted(key) {
      const found = requests.get(key.toLowerCase());
      return found !== undefined && clock().getTime() - found.at <= lifeMs ? found : undefined;
    },
    remember: (key, request) => void requests.set(key.toLowerCase(), request),
  };
}

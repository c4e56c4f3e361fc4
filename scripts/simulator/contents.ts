/** Bytes of a photo, video, sound or file that a person sent. */
export interface Content {
  bytes: Buffer;
  contentType: string;
  /** How many more times LINE answers 202 before the bytes are ready. */
  preparing: number;
}

export interface Contents {
  put(messageId: string, content: Content): void;
  get(messageId: string): Content | undefined;
  remove(messageId: string): void;
}

export function createContents(): Contents {
  const contents = new Map<string, Content>();
  return {
    put: (messageId, content) => void contents.set(messageId, content),
    get: (messageId) => contents.get(messageId),
    remove: (messageId) => void contents.delete(messageId),
  };
}

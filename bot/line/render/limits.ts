/** LINE's limits on what we send (Messaging API reference). Lengths are UTF-16 units unless named graphemes. */
export const limits = {
  messages: 5,
  text: 5000,
  altText: 1500,
  quickReplies: 13,
  labelGraphemes: 20,
  flexLabelGraphemes: 40,
  postbackData: 300,
  displayTextGraphemes: 300,
  messageTextGraphemes: 300,
  uri: 1000,
  mediaUrl: 2000,
  bubbleBytes: 30 * 1024,
  carouselBytes: 50 * 1024,
  carouselBubbles: 12,
} as const;

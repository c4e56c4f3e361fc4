/** As many requests as one action of the desk takes at once: each is written by itself, and the person waits for all. */
export const mostTogether = 50;

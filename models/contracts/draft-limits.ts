/** Characters that one text of a draft holds: more than any field takes, so that nothing is lost while it is typed. */
export const longestDraftText = 4_000;
/** Characters of a caller's name and telephone. */
export const longestCallerName = 120;
export const longestCallerPhone = 40;

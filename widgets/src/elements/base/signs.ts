// Apart from the templates, where a minifier may not escape them: the classic script has to be plain ASCII.

/** Between two facts of one line. */
export const dot = "·";
/** Before the words that mark the client among others, and of a client who doesn't repay. */
export const diamond = "◆";
/** Of a client who repays. */
export const ring = "○";

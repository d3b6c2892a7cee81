/** A title without control characters and bidirectional marks, which could bend a mail header or a page; ends trimmed. */
export function cleanTitle(title: string): string {
  return title.replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim()
}

export const noticesAtATime = 30
export type NoticeCursor = { at: string; eventId: string }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** `2026-11-22T10:00:00.000Z~<event>`: where a page of notices ended. Null when it is nothing that was given out. */
export function readNoticeCursor(text: unknown): NoticeCursor | null {
  if (typeof text !== 'string' || text.length > 80) return null
  const [at = '', eventId = ''] = text.split('~')
  return Number.isNaN(Date.parse(at)) || !uuid.test(eventId) ? null : { at, eventId }
}

export function writeNoticeCursor({ at, id }: { at: Date; id: string }): string {
  return `${at.toISOString()}~${id}`
}

export type FeedEntry = {
  id: string
  title: string
  href: string
  updated: Date
  published: Date
  author: string | null
  summary: string
  language: string
}
export type Feed = {
  id: string
  title: string
  subtitle: string
  href: string
  self: string
  author: string
  language: string
  /** Under which terms it may be used again. */
  licence: { name: string; url: string }
  /** When nothing has happened yet: a feed must say when it last changed. */
  since: Date
  entries: FeedEntry[]
}

/** An Atom feed (RFC 4287). */
export function atomOf(feed: Feed): string {
  const updated = feed.entries.reduce((latest, { updated: at }) => (at > latest ? at : latest), feed.since)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${inXml(feed.language)}">`,
    `<id>${inXml(feed.id)}</id>`,
    `<title>${inXml(feed.title)}</title>`,
    `<subtitle>${inXml(feed.subtitle)}</subtitle>`,
    `<link rel="alternate" type="text/html" href="${inXml(feed.href)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${inXml(feed.self)}"/>`,
    `<link rel="license" href="${inXml(feed.licence.url)}"/>`,
    `<rights>${inXml(feed.licence.name)}</rights>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<author><name>${inXml(feed.author)}</name></author>`,
    ...feed.entries.map(entryOf),
    '</feed>\n',
  ].join('\n')
}

function entryOf(entry: FeedEntry): string {
  return [
    `<entry xml:lang="${inXml(entry.language)}">`,
    `<id>${inXml(entry.id)}</id>`,
    `<title>${inXml(entry.title)}</title>`,
    `<link rel="alternate" type="text/html" href="${inXml(entry.href)}"/>`,
    `<published>${entry.published.toISOString()}</published>`,
    `<updated>${entry.updated.toISOString()}</updated>`,
    ...(entry.author ? [`<author><name>${inXml(entry.author)}</name></author>`] : []),
    `<summary>${inXml(entry.summary)}</summary>`,
    '</entry>',
  ].join('')
}

const unspeakable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** As XML may hold it: what has no place in a document is left out, what means something there is written as a number. */
export function inXml(text: string): string {
  return text.replace(unspeakable, '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** The beginning of a text, cut between two words. */
export function beginningOf(text: string, longest = 300): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (flat.length <= longest) return flat
  const cut = flat.slice(0, longest)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest - 40))}…`
}

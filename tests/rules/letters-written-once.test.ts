import { expect, test } from 'vitest'
import { asHtml, blanks, quotedPrintable, templateOf } from '@/lib/mail/template'

const read = (quoted: string) =>
  Buffer.from(
    quoted
      .replaceAll('=\r\n', '')
      .replace(/=([\dA-F]{2})/g, (_, byte: string) => String.fromCharCode(parseInt(byte, 16))),
    'latin1',
  ).toString()

const text = `Bonjour ${blanks.name},\n\n${'Le seuil de 1 500 soutiens est atteint = “oui”. '.repeat(9)}\nhttps://ville.fr/?jeton=${blanks.token}\n`
const values = { name: 'Zoé «=C3» O’Hara <b>', token: 'idée=.a-b_c', link: '' }

test.each([
  ['as it is', (value: string) => value],
  ['in a page', asHtml],
])('what differs, written %s, is read as if the letter had been encoded whole', (_, escape) => {
  const template = templateOf(text, escape)
  const whole = template.fill(values).replaceAll('\n', '\r\n')
  const quoted = template.quoted(values)
  expect(read(quoted)).toBe(whole)
  expect(read(quotedPrintable(whole))).toBe(whole)
  for (const line of quoted.split('\r\n')) expect(line.length).toBeLessThanOrEqual(76)
})

test('a line of spaces before what differs keeps its end', () => {
  const template = templateOf(`à   ${blanks.name}   \nfin`)
  expect(read(template.quoted({ ...values, name: ' x ' }))).toBe('à    x    \r\nfin')
})

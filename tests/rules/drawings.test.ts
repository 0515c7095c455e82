import { describe, expect, test } from 'vitest'
import { harmlessDrawing } from '@/lib/media/drawings/rules'

const drawing = (inside: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" ${more}>${inside}</svg>`

test('shapes, colours, gradients and their own references are kept', () => {
  const inside =
    '<defs><linearGradient id="g"><stop offset="0" stop-color="#123456"/></linearGradient></defs>' +
    '<g transform="translate(1 2)"><path d="M0 0h5v5z" fill="url(#g)"/><use href="#g"/></g>'
  expect(harmlessDrawing(drawing(inside))).toContain(inside)
})

test('a drawing with a prologue, a comment and a document type is read', () => {
  const made = harmlessDrawing(
    `<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "a" "b">\n<!-- made -->${drawing('<path d="M0 0h1"/>')}`,
  )
  expect(made).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 10 10"><path/)
})

describe('what could do harm is gone, and the rest stays', () => {
  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script in character data', '<script><![CDATA[alert(1)]]></script>'],
    ['a page inside', '<foreignObject><body onload="alert(1)"></body></foreignObject>'],
    ['a style sheet', '<style>@import "https://evil.test"</style>'],
    ['an image from elsewhere', '<image href="https://evil.test/a.png"/>'],
    ['an animation of an address', '<animate attributeName="href" values="javascript:alert(1)"/>'],
    ['a link', '<a href="javascript:alert(1)"><text>x</text></a>'],
    ['an image that fails', '<img src="x" onerror="alert(1)"/>'],
    ['a handler', '<rect width="1" height="1" onload="alert(1)"/>'],
    ['an address in a colour', '<rect fill="url(https://evil.test#a)"/>'],
    ['a part of somebody else', '<use xlink:href="https://evil.test/a.svg#b"/>'],
    ['an inline style', '<rect style="background:url(https://evil.test)"/>'],
  ])('%s', (_what, inside) => {
    const made = harmlessDrawing(drawing(`${inside}<path d="M0 0h5"/>`, 'onload="alert(1)"'))
    expect(made).toContain('<path d="M0 0h5"/>')
    expect(made).not.toMatch(/alert|evil|script|onload|onerror|style|foreign|image|@import/i)
  })
})

test.each([
  ['nothing', ''],
  ['words', 'hello'],
  ['a page', '<html><body></body></html>'],
  ['a drawing that does not end', '<svg viewBox="0 0 1 1"><path d="M0 0"'],
  ['a drawing that is badly closed', '<svg><g></svg></g>'],
  ['attributes without quotes', '<svg onload=alert(1)><path d="M0 0"/></svg>'],
  ['an entity bomb', '<!DOCTYPE svg [<!ENTITY a "b"]><svg>&a;<path d="M0 0"/>'],
  ['too many parts', drawing('<g/>'.repeat(5001))],
])('%s is no drawing', (_what, sent) => {
  expect(harmlessDrawing(sent)).toBeNull()
})

import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { openFront } from '../../support/front'

const gone = renderToStaticMarkup(createElement('meta', { name: 'gone', content: '410' }))

test('a page whose subject is no longer shown answers that it is gone', async () => {
  const front = await openFront((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(
      request.url?.includes('masquee') ? `<head>${gone}</head>` : `<p>${gone.replaceAll('<', '&lt;')}</p>`,
    )
  })
  const statusOf = async (path: string) =>
    (await front.ask(`GET ${path} HTTP/1.1\nHost: decider.paris.localhost:${front.port}`)).status
  const answers = [await statusOf('/idees/masquee'), await statusOf('/idees/citee')]
  await front.close()
  expect(answers).toEqual([410, 200])
})

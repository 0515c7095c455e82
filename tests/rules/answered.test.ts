import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Answered } from '@/components/forms/answered'
import { ErrorSummary } from '@/components/ui/error-summary'

test('without any script a page opens at what came of its form', () => {
  const said = { status: 'done' } as const
  const answer = (waits: boolean) => createElement(Answered, { said, waits }, 'Merci')
  const wrong = createElement(ErrorSummary, { title: 'À revoir', errors: [{ name: 'email', text: 'Vide' }] })
  for (const shown of [answer(false), answer(true), wrong])
    expect(renderToStaticMarkup(shown)).toMatch(/^<div[^>]* tabindex="-1" autofocus=""/)
})

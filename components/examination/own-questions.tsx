import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { WrittenText } from '@/components/ideas/written-text'
import { answer } from '@/lib/ideas/examination/actions'
import type { OwnQuestion } from '@/lib/ideas/examination/queries'
import { fileRefusals } from './file-words'

/** What the city asks the author, to be answered here. */
export async function OwnQuestions({ questions }: { questions: OwnQuestion[] }) {
  const [t, format, words, refusals] = await Promise.all([
    getTranslations('examination'),
    getFormatter(),
    formWords(),
    fileRefusals(),
  ])
  if (questions.length === 0) return null
  return (
    <section aria-labelledby="questions" className="rounded-card border border-action bg-tint p-5 md:p-6">
      <h2 id="questions" className="text-xl md:text-xl">
        {t('askedYou')}
      </h2>
      <ul className="mt-4 space-y-8">
        {questions.map((question) => (
          <li key={question.id}>
            <p className="text-base text-muted">
              {t('askedOn', { date: format.dateTime(question.askedAt, { dateStyle: 'long' }) })}
            </p>
            <WrittenText text={question.body} />
            {question.answer ? (
              <div className="mt-3 border-s-4 border-line ps-4">
                <p className="text-base text-muted">{t('yourAnswer')}</p>
                <WrittenText text={question.answer} />
              </div>
            ) : (
              <ActionForm
                action={answer}
                {...{ words, refusals }}
                labels={{ answer: t('yourAnswer') }}
                className="mt-4 space-y-4"
              >
                <input type="hidden" name="questionId" value={question.id} />
                <FormArea
                  id={`answer-${question.id}`}
                  name="answer"
                  label={t('yourAnswer')}
                  hint={question.isPublic ? t('answerPublic') : t('answerPrivate')}
                  rows={4}
                  required
                />
                <SubmitButton>{t('sendAnswer')}</SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

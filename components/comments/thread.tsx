import type { Thread as Said } from '@/lib/comments/reading/rules'
import { Comment, type Where } from './comment'

/** A comment and the first that answer it. */
export function Thread({ said, where }: { said: Said; where: Where }) {
  const { t, href } = where.speech
  const more = said.replyCount > said.replies.length
  return (
    <>
      <Comment said={said} where={where} />
      {said.replies.length > 0 && (
        <ul className="mt-5 space-y-5 border-s-2 border-line ps-4 md:ps-6">
          {said.replies.map((reply) => (
            <li key={reply.id}>
              <Comment said={reply} where={where} />
            </li>
          ))}
        </ul>
      )}
      {more && (
        <a
          href={href(`/idees/${where.slug}/commentaires/${said.id}`)}
          className="ms-4 mt-3 inline-flex min-h-11 items-center md:ms-6"
        >
          {t('one.replies', { count: said.replyCount })}
        </a>
      )}
    </>
  )
}

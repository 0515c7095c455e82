import type { z } from 'zod'
import type { CommentRecord } from '../reading/input'
import type { Comment } from '../reading/rules'

type Record = z.input<typeof CommentRecord>

/** A comment as a program reads it; `idea` is the address of the idea's page. */
export function recordOf(said: Comment, idea: string): Record {
  return {
    id: said.id,
    url: `${idea}/commentaires/${said.parentId ?? said.id}#c-${said.id}`,
    parent: said.parentId,
    voice: said.voice,
    cityRole: said.cityRole,
    stance: said.stance,
    state: said.state,
    body: said.state === 'visible' ? said.body : null,
    locale: said.locale as Record['locale'],
    author: said.author,
    byIdeaAuthor: said.isByAuthor,
    at: said.at.toISOString(),
    editedAt: said.editedAt?.toISOString() ?? null,
    useful: said.useful,
    notUseful: said.useless,
    importedUseful: said.importedUseful,
    origin: said.origin,
  }
}

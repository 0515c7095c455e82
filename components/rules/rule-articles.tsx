import type { Article } from './articles'

/** The rules, article by article, with a way to each. */
export function RuleArticles({ articles, contents }: { articles: Article[]; contents: string }) {
  return (
    <div className="lg:grid lg:grid-cols-[16rem_minmax(0,1fr)] lg:gap-12">
      <nav aria-label={contents} className="mb-10 lg:mb-0">
        <div className="rounded-card bg-tint p-5 lg:sticky lg:top-6">
          <p className="font-bold">{contents}</p>
          <ol className="mt-2">
            {articles.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`} className="inline-flex min-h-11 items-center py-1 leading-snug lg:min-h-9">
                  {title}
                </a>
              </li>
            ))}
          </ol>
        </div>
      </nav>
      <div className="max-w-text">
        {articles.map(({ id, title, lead, points }, place) => (
          <section
            key={id}
            id={id}
            aria-labelledby={`${id}-titre`}
            className="scroll-mt-6 border-line not-first:mt-8 not-first:border-t not-first:pt-8"
          >
            <p aria-hidden="true" className="tabular text-sm font-bold text-muted">
              {place + 1}
            </p>
            <h2 id={`${id}-titre`} className="text-xl">
              {title}
            </h2>
            {lead && <div className="mt-3 space-y-3 wrap-anywhere">{lead}</div>}
            {points.length > 0 && (
              <ul className="mt-3 list-disc space-y-1.5 ps-6">
                {points.map((point) => (
                  <li key={point}>{point}</li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </div>
  )
}

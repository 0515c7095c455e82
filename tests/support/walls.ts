import type { OwnerClient } from '../../lib/db/administration'

const policy = "(tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text))"

/** Row-level security keeps Postgres from using a text index, so `parvis_search` reads these whole; see its functions. */
const searched = ['activity_words', 'idea_words', 'vocabulary']

/** What runs with the rights of the tables' owner. A new one is added here by whoever has read it. */
export const definers = [
  'app.enqueue',
  'app.enqueue_gathered',
  'app.forget_acceptances',
  'app.forget_decision_words',
  'app.enter_tenant',
  'app.erase_city',
  'app.erase_removed_texts',
  'app.lock_head',
  'app.may_take_host',
  'app.meanings_of',
  'app.move_head',
  'app.move_hosts',
  'app.note_help_message',
  'app.note_help_ticket',
  'app.note_host',
  'app.query_of',
  'app.search_activities',
  'app.search_ideas',
  'app.similar_ideas',
  'app.tell_by_letter',
  'app.lock_head',
  'app.move_head',
  'app.may_take_host',
  'app.move_hosts',
  'app.note_host',
]

/** Every way in which the walls between cities are not what they must be, asked of Postgres' own catalogue. */
export async function faultsInWalls(client: OwnerClient): Promise<string[]> {
  const questions = [unwalled, unkeyed, unreferenced, seeThrough, unlisted, tooMighty, reachable]
  const faults: string[] = []
  for (const ask of questions) faults.push(...(await ask(client)).map(({ fault }) => fault))
  return faults
}

type Faults = Promise<Iterable<{ fault: string }> & { map: <T>(f: (row: { fault: string }) => T) => T[] }>

/** A table is walled and forced, by one policy for everyone and every command; the search may read its own two. */
const unwalled = (client: OwnerClient): Faults => client<{ fault: string }[]>`
  select c.relname || ' is not walled in' as fault
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not (
    c.relrowsecurity and c.relforcerowsecurity
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull)
    and (select count(*) from pg_policy p where p.polrelid = c.oid)
      = case when c.relname = any(${searched}) then 2 else 1 end
    and exists (select from pg_policy p where p.polrelid = c.oid
      and p.polpermissive and p.polcmd = '*' and p.polroles = '{0}'
      and pg_get_expr(p.polqual, p.polrelid) = ${policy}
      and pg_get_expr(p.polwithcheck, p.polrelid) = ${policy})
    and (not c.relname = any(${searched}) or exists (select from pg_policy p where p.polrelid = c.oid
      and p.polcmd = 'r' and p.polroles = array['parvis_search'::regrole::oid])))`

const unkeyed = (client: OwnerClient): Faults => client<{ fault: string }[]>`
  select i.indexrelid::regclass || ' does not start with the tenant' as fault
  from pg_index i join pg_class c on c.oid = i.indrelid
  where c.relnamespace = 'public'::regnamespace and i.indisunique
    and (select attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0])
      is distinct from 'tenant_id'
  union all
  select c.relname || ' has no key' from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)`

/** Both ends of a reference name the tenant, and in the same place. */
const unreferenced = (client: OwnerClient): Faults => client<{ fault: string }[]>`
  select k.conrelid::regclass || '.' || k.conname || ' can point at another city' as fault
  from pg_constraint k
  where k.contype = 'f' and k.connamespace = 'public'::regnamespace and not exists (
    select from generate_subscripts(k.conkey, 1) at
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[at]
      join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[at]
    where a.attname = 'tenant_id' and b.attname = 'tenant_id')`

const seeThrough = (client: OwnerClient): Faults => client<{ fault: string }[]>`
  select c.oid::regclass || ' is read with the rights of its owner' as fault
  from pg_class c
  where c.relnamespace in ('public'::regnamespace, 'app'::regnamespace)
    and (c.relkind = 'm' or (c.relkind = 'v' and coalesce(c.reloptions::text, '') !~ 'security_invoker=(true|on)'))
  union all
  select c.oid::regclass || ' has a rule' from pg_rewrite r join pg_class c on c.oid = r.ev_class
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`

const unlisted = (client: OwnerClient): Faults => client<{ fault: string }[]>`
  with definer as (
    select n.nspname || '.' || p.proname as name, p.oid, p.proconfig, p.proacl, r.rolsuper or r.rolbypassrls as mighty
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner
    where p.prosecdef and n.nspname in ('public', 'app', 'registry')
  )
  select name || ' runs as its owner and is not listed' as fault from definer where not name = any(${definers})
  union all
  select name || ' looks names up where anyone may write' from definer
  where not exists (select from unnest(proconfig) setting where setting like 'search_path=pg_catalog%pg_temp')
  union all
  select name || ' belongs to a role that no wall holds' from definer where mighty
  union all
  select listed.name || ' is listed and is not there' from unnest(${definers}::text[]) listed(name)
  where not exists (select from definer where definer.name = listed.name)`

/** The roles the product works as: they own nothing, make nothing, belong to nobody, and no wall lets them through. */
const tooMighty = (client: OwnerClient): Faults => client<{ fault: string }[]>`
  with worker as (select * from pg_roles where rolname in ('parvis_app', 'parvis_operator'))
  select rolname || ' may do too much' as fault from worker
  where rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
  union all
  select rolname || ' is also ' || roleid::regrole from pg_auth_members join worker on worker.oid = member
  union all
  select rolname || ' owns ' || c.oid::regclass from pg_class c join worker on worker.oid = c.relowner
  union all
  select rolname || ' owns ' || p.proname from pg_proc p join worker on worker.oid = p.proowner
  union all
  select rolname || ' may make things in ' || nspname from pg_namespace, worker
  where nspname !~ '^pg_temp' and has_schema_privilege(worker.oid, pg_namespace.oid, 'create')
  union all
  select 'parvis_search reads ' || c.relname from pg_class c
  where c.relnamespace in ('public'::regnamespace, 'registry'::regnamespace) and c.relkind in ('r', 'p')
    and not c.relname = any(${searched}) and has_table_privilege('parvis_search', c.oid, 'select')
  union all
  select 'parvis_search writes ' || c.relname from pg_class c
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
    and has_table_privilege('parvis_search', c.oid, 'insert, update, delete, truncate')
  union all
  select 'parvis_search signs in' from pg_roles where rolname = 'parvis_search' and (rolcanlogin or rolsuper or rolbypassrls)
  union all
  select rolname || ' may empty ' || c.relname from pg_class c, worker
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and has_table_privilege(worker.oid, c.oid, 'truncate, references, trigger')`

/** What the application may call or change although it must not. */
const reachable = (client: OwnerClient): Faults => client<{ fault: string }[]>`
  select 'parvis_app may name its own tenant' as fault
  where has_function_privilege('parvis_app', 'pg_catalog.set_config(text, text, boolean)', 'execute')
  union all
  select 'parvis_app reaches the queue' where has_schema_privilege('parvis_app', 'graphile_worker', 'usage')
  union all
  select 'parvis_app may change ' || fact from unnest(array['journal', 'tenant_versions', 'rule_sets', 'idea_texts']) fact
  where has_table_privilege('parvis_app', fact, 'update, delete')
  union all
  select 'parvis_app may write ' || c.oid::regclass from pg_class c
  where c.relnamespace = 'registry'::regnamespace and c.relkind = 'r'
    and has_table_privilege('parvis_app', c.oid, 'insert, update, delete')`

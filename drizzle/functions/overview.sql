-- A city's home asks for the three ideas nearest to their goal and the three delivered last: read in order, whatever
-- their number.
create index if not exists ideas_nearest on ideas
  (tenant_id, (support_count::float8 / threshold) desc nulls last, id)
  where publication = 'published' and collection = 'open';
create index if not exists ideas_delivered on ideas (tenant_id, changed_at desc, id)
  where publication = 'published' and delivery = 'delivered';

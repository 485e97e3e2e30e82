/** Which sum holds a locked report, as its last row says. Once released a migration never changes. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema.alterTable('records').addColumn('locked_by', 'text').execute();
  await sql`
    update records set locked_by = (
      select json_extract(body, '$.sumId') from scope_rows
      where scope_rows.scope = records.scope and kind = 'lock' and thing = records.record_id
      order by position desc limit 1
    ) where locked_edition is not null
  `.execute(database);
}
